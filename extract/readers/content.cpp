#include "extract/readers/content.hpp"

#include "extract/base/json.hpp"
#include "extract/base/utf8.hpp"

#include <algorithm>
#include <array>

namespace newsgraph::readers {

namespace {

struct Magic {
    std::string_view bytes;
    std::string_view what;
};

using namespace std::string_view_literals;

constexpr std::array<Magic, 9> magics = {{{"\x1F\x8B"sv, "gzip data inside gzip data; unpack it first: gzip -dc FILE | newsgraph ... -"},
                                          {"BZh"sv, "bzip2 data; unpack it first: bzip2 -dc FILE | newsgraph ... -"},
                                          {"\xFD"
                                           "7zXZ\0"sv,
                                           "xz data; unpack it first: xz -dc FILE | newsgraph ... -"},
                                          {"\x28\xB5\x2F\xFD"sv, "zstd data; unpack it first: zstd -dc FILE | newsgraph ... -"},
                                          {"PK\x03\x04"sv, "a zip archive (or an office document); unpack it first"},
                                          {"%PDF-"sv, "a PDF document; turn it into text first: pdftotext FILE"},
                                          {"\x7F"
                                           "ELF"sv,
                                           "a program, not an article"},
                                          {"\xFF\xFE"sv, "text in UTF-16; turn it into UTF-8 first: iconv -f UTF-16 -t UTF-8 FILE"},
                                          {"\xFE\xFF"sv, "text in UTF-16; turn it into UTF-8 first: iconv -f UTF-16 -t UTF-8 FILE"}}};

bool is_odd_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && byte != 0x1B;
}

bool is_whole_object(std::string_view line) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
    return !document.HasParseError() && document.IsObject();
}

}  // namespace

std::string why_not_text(std::string_view head) {
    for (const Magic& magic : magics) {
        if (head.starts_with(magic.bytes)) return std::string(magic.what);
    }
    const auto zero = head.find('\0');
    if (zero != std::string_view::npos) return "binary data, not text (a zero byte at byte " + std::to_string(zero + 1) + ")";
    const auto odd = static_cast<std::size_t>(std::count_if(head.begin(), head.end(), is_odd_control));
    // One byte in ten is far more than any text in a Western single-byte encoding has.
    const std::size_t bad = odd + utf8::repair(head).replacements;
    if (bad >= 4 && bad > head.size() / 10) return "binary data, not text in UTF-8";
    return {};
}

InputFormat format_of_content(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const auto begin = head.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return InputFormat::text;
    const char first = head[begin];
    if (first == '{') {
        const auto newline = head.find('\n', begin);
        // One object so long that its end is not seen, or lines of such: both are values one after another.
        if (newline == std::string_view::npos && head.size() + 3 >= sniffed_bytes) return InputFormat::json;
        if (is_whole_object(head.substr(begin, newline == std::string_view::npos ? newline : newline - begin))) {
            return InputFormat::json_lines;
        }
        const auto next = head.find_first_not_of(" \t\r\n", begin + 1);
        return next == std::string_view::npos || head[next] == '"' || head[next] == '}' ? InputFormat::json : InputFormat::text;
    }
    if (first == '[') {
        const auto next = head.find_first_not_of(" \t\r\n", begin + 1);
        return next != std::string_view::npos && (head[next] == '{' || head[next] == ']') ? InputFormat::json : InputFormat::text;
    }
    return InputFormat::text;
}

}  // namespace newsgraph::readers
