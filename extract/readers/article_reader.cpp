#include "extract/readers/article_reader.hpp"

#include "extract/base/error.hpp"
#include "extract/base/utf8.hpp"
#include "extract/readers/byte_stream.hpp"
#include "extract/readers/content.hpp"
#include "extract/readers/json_article.hpp"
#include "extract/readers/json_values.hpp"
#include "extract/readers/text.hpp"

#include <utility>

namespace newsgraph::readers {

namespace {

// More cannot be an article of max_article_characters, headers included.
constexpr std::size_t max_text_bytes = 4 * max_article_characters + 64 * 1024;

const std::string byte_order_mark = "\xEF\xBB\xBF";

std::string too_long_text() {
    return "longer than " + std::to_string(max_article_characters) + " characters, the longest article that is read";
}

std::string too_long_record() {
    return "longer than " + std::to_string(max_record_bytes) + " bytes, the longest record that is read";
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

struct ArticleReader::Impl {
    std::vector<InputFile> files;
    ReaderOptions options;
    Observer& observer;
    std::size_t next_file = 0;
    std::uint64_t bytes_before = 0;  // of the files that are done
    std::uint64_t bytes_total = 0;

    // The file being read.
    const InputFile* file = nullptr;
    InputFormat format = InputFormat::text;
    std::unique_ptr<ByteStream> stream;
    std::unique_ptr<JsonValues> values;
    std::size_t line = 0;
    std::size_t values_on_line = 0;
    bool single = false;  // a JSON file that holds one object
    std::string buffer;

    Impl(std::vector<InputFile> inputs, const ReaderOptions& reader_options, Observer& reader_observer)
        : files(std::move(inputs)), options(reader_options), observer(reader_observer) {}

    std::optional<InputItem> next();
    std::optional<InputItem> open_next();
    std::optional<InputItem> next_of_file();
    std::optional<InputItem> raw_item();
    std::optional<InputItem> text_item();
    std::optional<InputItem> line_item();
    std::optional<InputItem> value_item();
    InputItem item_of(std::string_view json, const std::string& place);
    std::string value_place();
    std::string repaired(std::string_view bytes, const std::string& place);
    InputItem bad(const std::string& place, std::string reason) { return BadInput{place, place, std::move(reason)}; }
    InputItem checked(InputItem item);
    void close();
};

void ArticleReader::Impl::close() {
    bytes_before += file->size;
    file = nullptr;
    values.reset();
    stream.reset();
}

std::string ArticleReader::Impl::repaired(std::string_view bytes, const std::string& place) {
    utf8::Repaired result = utf8::repair(bytes);
    if (result.replacements > 0) {
        observer.warning(place + ": " + std::to_string(result.replacements) +
                         (result.replacements == 1 ? " sequence" : " sequences") +
                         " of bytes that are not UTF-8 replaced by U+FFFD, the first at byte " +
                         std::to_string(result.first_byte + 1));
    }
    return std::move(result.text);
}

InputItem ArticleReader::Impl::checked(InputItem item) {
    const auto* article = std::get_if<Article>(&item);
    if (article == nullptr || utf8::length(article->text) <= max_article_characters) return item;
    return BadInput{article->id, article->place, too_long_text()};
}

InputItem ArticleReader::Impl::item_of(std::string_view json, const std::string& place) {
    return checked(item_from_json(repaired(json, place), place));
}

std::optional<InputItem> ArticleReader::Impl::raw_item() {
    const std::string bytes = stream->read_rest(max_text_bytes);
    if (bytes.size() > max_text_bytes) return bad(file->name, too_long_text());
    Article article;
    article.id = article.place = file->name;
    article.text = repaired(bytes, file->name);
    return checked(std::move(article));
}

std::optional<InputItem> ArticleReader::Impl::text_item() {
    const std::string bytes = stream->read_rest(max_text_bytes);
    if (bytes.size() > max_text_bytes) return bad(file->name, too_long_text());
    if (bytes.empty() && file->path == "-") return {};  // a pipe may have nothing to say
    if (bytes.empty()) return bad(file->name, "the file is empty");
    Article article = article_from_text(repaired(bytes, file->name),
                                        format == InputFormat::markdown ? TextStyle::markdown : TextStyle::plain);
    article.id = article.url.empty() ? file->name : article.url;
    article.place = file->name;
    return checked(std::move(article));
}

std::optional<InputItem> ArticleReader::Impl::line_item() {
    while (stream->read_line(buffer, max_record_bytes)) {
        ++line;
        if (is_blank(buffer)) continue;
        const std::string place = file->name + ":" + std::to_string(line);
        if (buffer.size() > max_record_bytes) return bad(place, too_long_record());
        return item_of(buffer, place);
    }
    return {};
}

// Two values that begin on one line need two names.
std::string ArticleReader::Impl::value_place() {
    if (single) return file->name;
    values_on_line = values->line() == line ? values_on_line + 1 : 1;
    line = values->line();
    std::string place = file->name + ":" + std::to_string(line);
    if (values_on_line > 1) place += ":" + std::to_string(values_on_line);
    return place;
}

std::optional<InputItem> ArticleReader::Impl::value_item() {
    const bool first = values == nullptr;
    if (first) values = std::make_unique<JsonValues>(*stream);
    const JsonValues::Step step = values->next(buffer, max_record_bytes);
    if (step == JsonValues::Step::end) return {};
    if (step == JsonValues::Step::broken) return bad(value_place(), values->reason());
    single = first && !values->in_array() && is_blank(stream->peek(4096));
    const std::string place = value_place();
    if (step == JsonValues::Step::too_long) return bad(place, too_long_record());
    return item_of(buffer, place);
}

std::optional<InputItem> ArticleReader::Impl::next_of_file() {
    switch (format) {
        case InputFormat::json_lines: return line_item();
        case InputFormat::json: return value_item();
        default: break;
    }
    // One article a file.
    if (line++ > 0) return {};
    return options.raw ? raw_item() : text_item();
}

// Opens the next file; hands out why it cannot be read.
std::optional<InputItem> ArticleReader::Impl::open_next() {
    file = &files[next_file++];
    line = values_on_line = 0;
    single = false;
    stream = std::make_unique<ByteStream>(file->path);
    std::string_view head = stream->peek(sniffed_bytes).substr(0, sniffed_bytes);
    format = InputFormat::text;
    if (options.raw) return {};
    if (head.starts_with(byte_order_mark)) {
        stream->skip(byte_order_mark.size());
        head = stream->peek(sniffed_bytes).substr(0, sniffed_bytes);
    }
    if (const std::string reason = why_not_text(head); !reason.empty()) {
        InputItem item = bad(file->name, reason);
        close();
        return item;
    }
    format = file->format.value_or(InputFormat::text);
    if (!file->format || (format == InputFormat::json && !options.format)) {
        const InputFormat content = format_of_content(head);
        if (!file->format || content == InputFormat::json_lines) format = content;
    }
    if (format != InputFormat::text && format != InputFormat::markdown && head.empty() && file->path != "-") {
        InputItem item = bad(file->name, "the file is empty");
        close();
        return item;
    }
    return {};
}

std::optional<InputItem> ArticleReader::Impl::next() {
    for (;;) {
        try {
            if (file == nullptr) {
                if (next_file == files.size()) return {};
                if (auto problem = open_next()) return problem;
            }
            if (auto item = next_of_file()) return item;
        } catch (const IoError& error) {
            // The file's own name is in the message already.
            const std::string name = file->name;
            std::string reason = error.what();
            const std::string prefix = (file->path == "-" ? "standard input" : file->path) + ": ";
            if (reason.starts_with(prefix)) reason.erase(0, prefix.size());
            close();
            return bad(name, reason);
        }
        close();
    }
}

ArticleReader::ArticleReader(const std::vector<std::string>& inputs, const ReaderOptions& options, Observer& observer)
    : impl_(std::make_unique<Impl>(expand_inputs(inputs, options.format, options.raw), options, observer)) {
    for (const InputFile& file : impl_->files) {
        if (file.size == 0 && file.path == "-") {
            impl_->bytes_total = 0;
            break;
        }
        impl_->bytes_total += file.size;
    }
}

ArticleReader::~ArticleReader() = default;
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;

std::optional<InputItem> ArticleReader::next() {
    return impl_->next();
}

std::uint64_t ArticleReader::bytes_total() const {
    return impl_->bytes_total;
}

std::uint64_t ArticleReader::bytes_read() const {
    return impl_->bytes_before + (impl_->stream ? impl_->stream->offset() : 0);
}

}  // namespace newsgraph::readers
