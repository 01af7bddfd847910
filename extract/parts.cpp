#include "extract/parts.hpp"

#include "extract/base/utf8.hpp"
#include "extract/lines.hpp"

#include <algorithm>
#include <array>

namespace newsgraph {

namespace {

constexpr std::size_t longest_dateline = 80;  // bytes
constexpr std::size_t longest_wrapped_line = 120;  // characters; a longer line is a paragraph, not a line of a wrapped one
constexpr std::size_t fewest_labels = 3;           // of a transcript
constexpr std::size_t room_left = 8;               // by how much a wrapped line may miss the width

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

using lines::trim;

bool ends_sentence(std::string_view line) {
    static constexpr std::array<std::string_view, 4> closing{"\"", ")", "\xE2\x80\x9D", "\xE2\x80\x99"};
    for (bool again = true; again;) {
        again = false;
        for (const auto mark : closing) {
            if (!line.ends_with(mark)) continue;
            line.remove_suffix(mark.size());
            again = true;
        }
    }
    return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':') ||
           line.ends_with("\xE2\x80\xA6");
}

std::string_view line_at(std::string_view text, std::size_t begin) {
    const auto rest = text.substr(std::min(begin, text.size()));
    return rest.substr(0, rest.find('\n'));
}

// The characters of the longest line up to the next empty one.
std::size_t width_of_block(std::string_view text, std::size_t begin) {
    std::size_t width = 0;
    while (begin < text.size()) {
        const auto line = line_at(text, begin);
        if (trim(line).empty()) break;
        width = std::max(width, utf8::length(line));
        begin += line.size() + 1;
    }
    return width;
}

// Is the end of `line` the end of a paragraph? Where lines are short, paragraphs are wrapped; then a line that has room
// for the next word was ended on purpose (a heading, an item of a list).
bool ends_paragraph(std::string_view line, std::string_view next, std::size_t width) {
    line = trim(line);
    next = trim(next);
    if (line.empty() || next.empty() || width > longest_wrapped_line || ends_sentence(line)) return true;
    const auto word = next.substr(0, next.find(' '));
    return utf8::length(line) + 1 + utf8::length(word) + room_left <= width;
}

// A line without the marks of quoted mail.
std::string_view content(std::string_view line) { return line.substr(lines::quote_marks(line).length); }

// The end of the table that begins with the line at `begin`: two rows at least; `begin` if there is none.
std::size_t table_end(std::string_view text, std::size_t begin) {
    std::size_t rows = 0;
    std::size_t end = begin;
    while (end < text.size()) {
        const auto line = line_at(text, end);
        const auto row = content(line);
        if (!lines::is_table_row(row.substr(lines::list_mark(row).length))) break;
        ++rows;
        end = std::min(end + line.size() + 1, text.size());
    }
    return rows > 1 ? end : begin;
}

// A line or two with labels may be anything ("Update: ..."); several make a transcript, or a list of facts.
bool is_transcript(std::string_view text) {
    std::size_t labels = 0;
    for (std::size_t begin = 0; begin < text.size() && labels < fewest_labels;) {
        const auto line = line_at(text, begin);
        if (lines::speaker_label(content(line))) ++labels;
        begin += line.size() + 1;
    }
    return labels == fewest_labels;
}

class Cutter {
public:
    Cutter(std::string_view text, const Credits& credits) : text_(text), credits_(credits) {}

    void cut_lines(std::size_t begin) {
        transcript_ = is_transcript(text_.substr(begin));
        open(begin, Kind::paragraph);
        std::size_t width = width_of_block(text_, begin);
        while (begin < text_.size()) {
            if (const auto end = table_end(text_, begin); end > begin) {
                close(begin);
                add(begin, end, Kind::table);
                begin = end;
                open(begin, Kind::paragraph);
                continue;
            }
            const auto line = line_at(text_, begin);
            const auto end = begin + line.size();
            begin_line(begin, line);
            begin = std::min(end + 1, text_.size());
            if (trim(line).empty()) width = width_of_block(text_, begin);
            if (!ends_paragraph(content(line), content(line_at(text_, begin)), width)) continue;
            close(end);
            open(begin, Kind::paragraph);
        }
        close(text_.size());
    }

    void add_title(std::size_t end) { add(0, end, Kind::title); }

    std::vector<TextPart> take() { return std::move(parts_); }

private:
    using Kind = TextPart::Kind;

    void open(std::size_t begin, Kind kind) {
        begin_ = begin;
        kind_ = kind;
    }

    // Marks at the beginning of a line may end the part before it.
    void begin_line(std::size_t begin, std::string_view line) {
        const auto quote = lines::quote_marks(line);
        const std::size_t marked = begin + quote.length;
        const auto text = line.substr(quote.length);
        const bool fresh = trim(text_.substr(begin_, begin - begin_)).empty();
        if (fresh || quote.depth != depth_) {
            close(begin);
            open(marked, Kind::paragraph);
        }
        depth_ = quote.depth;
        const auto mark = lines::list_mark(text);
        if (credits_.begin(text)) {
            close(begin);
            open(marked, Kind::paragraph);
        } else if (mark.length > 0 && (mark.sure || fresh || kind_ == Kind::item)) {
            close(begin);
            open(marked + mark.length, Kind::item);
        } else if (transcript_) {
            begin_turn(begin, marked, text);
        }
    }

    void begin_turn(std::size_t line_begin, std::size_t begin, std::string_view text) {
        const auto label = lines::speaker_label(text);
        if (!label) return;
        close(line_begin);
        const bool is_letter = label->name_end - label->name_begin == 1;  // Q and A name nobody
        if (!is_letter) add(begin + label->name_begin, begin + label->name_end, Kind::speaker);
        open(std::min(begin + label->length, text_.size()), Kind::paragraph);
        dateline_ = false;
    }

    // Ends the open part, with what stands before and behind its sentences.
    void close(std::size_t end) {
        if (begin_ >= end) return;
        auto text = text_.substr(begin_, end - begin_);
        std::size_t begin = begin_ + text.size();
        while (!text.empty() && (is_blank(text.front()) || text.front() == '\n')) text.remove_prefix(1);
        begin -= text.size();
        begin_ = end;
        if (text.empty()) return;
        if (is_byline(text)) return add(begin, end, Kind::credit);
        const std::size_t credit = begin + credits_.begin_in(text);
        const std::size_t dateline = dateline_ && kind_ == Kind::paragraph ? dateline_length(text) : 0;
        if (credit > begin) {
            dateline_ = false;
            add(begin, begin + dateline, Kind::dateline);
            add(begin + dateline, credit, kind_);
        }
        add(credit, end, Kind::credit);
    }

    // Not for white space alone.
    void add(std::size_t begin, std::size_t end, Kind kind) {
        while (begin < end && (is_blank(text_[begin]) || text_[begin] == '\n')) ++begin;
        while (begin < end && (is_blank(text_[end - 1]) || text_[end - 1] == '\n')) --end;
        if (begin < end) parts_.push_back({kind, begin, end});
    }

    bool is_byline(std::string_view text) const {
        text = trim(text);
        return dateline_ && text.size() <= longest_dateline && (text.starts_with("By ") || text.starts_with("BY ")) &&
               !text.ends_with('.') && lines::is_made_of_names(text.substr(3));
    }

    std::string_view text_;
    const Credits& credits_;
    std::vector<TextPart> parts_;
    bool transcript_ = false;
    bool dateline_ = true;  // may the next paragraph have one?
    std::size_t depth_ = 0;
    // The open part.
    std::size_t begin_ = 0;
    Kind kind_ = Kind::paragraph;
};

}  // namespace

std::size_t dateline_length(std::string_view paragraph) {
    static constexpr std::array<std::string_view, 4> dashes{" \xE2\x80\x93 ", " \xE2\x80\x94 ", " -- ", " - "};
    const auto head = paragraph.substr(0, longest_dateline);
    std::size_t at = std::string_view::npos;
    std::size_t size = 0;
    for (const auto dash : dashes) {
        const auto found = head.find(dash);
        if (found < at) {
            at = found;
            size = dash.size();
        }
    }
    if (at == std::string_view::npos) return 0;
    auto places = head.substr(0, at);
    if (places.starts_with('(')) places.remove_prefix(1);  // "(Reuters) -"
    if (!lines::is_made_of_names(places)) return 0;
    // The dash belongs to the dateline, the blank behind it to neither.
    return at + size - 1;
}

std::string running_text(std::string_view part) {
    std::string text(part);
    std::replace(text.begin(), text.end(), '\n', ' ');
    for (auto end = part.find('\n'); end != std::string_view::npos; end = part.find('\n', end + 1)) {
        const std::size_t marks = lines::quote_marks(line_at(part, end + 1)).length;
        std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(end) + 1, marks, ' ');
    }
    return text;
}

std::vector<TextPart> parts_of(const Article& article, const Credits& credits) {
    const std::string_view text = article.text;
    Cutter cutter(text, credits);
    const bool has_title = !article.title.empty() && text.starts_with(article.title);
    if (has_title) cutter.add_title(article.title.size());
    cutter.cut_lines(has_title ? article.title.size() : 0);
    return cutter.take();
}

}  // namespace newsgraph
