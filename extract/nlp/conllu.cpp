#include "extract/nlp/conllu.hpp"

#include "extract/base/utf8.hpp"
#include "extract/nlp/unicode.hpp"

#include <charconv>

namespace newsgraph::nlp {

namespace {

void append_number(std::string& out, std::uint64_t number) {
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

// Whatever some program takes for the end of a line or of a cell.
bool breaks_line(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

void append_comment(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = utf8::next(text, at);
        if (breaks_line(c)) {
            out += ' ';
        } else {
            out.append(text.substr(begin, at - begin));
        }
    }
}

void append_cell(std::string& out, std::string_view value) {
    out.append(value.empty() || unicode::all_space(value) ? std::string_view("_") : value);
    out += '\t';
}

// As UD's SpacesAfter; other white space by its number. Named characters are all in the basic plane.
void append_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = utf8::next(text, at);
        switch (c) {
            case U' ': out += "\\s"; break;
            case U'\t': out += "\\t"; break;
            case U'\n': out += "\\n"; break;
            case U'\r': out += "\\r"; break;
            case U'|': out += "\\p"; break;
            case U'\\': out += "\\\\"; break;
            default:
                if (!unicode::is_space(c)) {
                    out.append(text.substr(begin, at - begin));
                    break;
                }
                out += "\\u";
                for (int shift = 12; shift >= 0; shift -= 4) out += "0123456789abcdef"[(c >> shift) & 0xF];
        }
    }
}

void append_entity(std::string& out, const Token& token) {
    const bool named = !token.entity_type.empty() && (token.iob == Iob::begin || token.iob == Iob::inside);
    out += "|ner=";
    if (!named) {
        out += 'O';
        return;
    }
    out += token.iob == Iob::begin ? "B-" : "I-";
    out.append(token.entity_type);
}

void append_token(std::string& out, const Doc& doc, std::size_t index, const Span& sentence) {
    const Token& token = doc.tokens[index];
    const auto head = static_cast<std::size_t>(token.head);
    append_number(out, index - sentence.begin + 1);
    out += '\t';
    append_cell(out, doc.text_of(token));
    append_cell(out, token.lemma);
    append_cell(out, token.pos);
    append_cell(out, token.tag);
    append_cell(out, token.morph);
    append_number(out, head == index ? 0 : head - sentence.begin + 1);
    out += '\t';
    append_cell(out, token.dep);
    out += "_\t";
    if (!token.space_after) out += "SpaceAfter=No|";
    out += "start_char=";
    append_number(out, token.begin);
    out += "|end_char=";
    append_number(out, token.end);
    append_entity(out, token);
    if (token.is_space) {
        out += "|form=";
        append_escaped(out, doc.text_of(token));
    }
    out += '\n';
}

}  // namespace

void append_conllu(const Doc& doc, std::string_view id, std::string& out) {
    out += "# newdoc id = ";
    append_comment(out, id);
    out += '\n';
    std::size_t number = 0;
    for (const Span& sentence : doc.sentences()) {
        out += "# sent_id = ";
        append_comment(out, id);
        out += '-';
        append_number(out, ++number);
        out += "\n# text = ";
        append_comment(out, doc.text_of(sentence));
        out += '\n';
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) append_token(out, doc, i, sentence);
        out += '\n';
    }
    if (doc.tokens.empty()) out += '\n';
}

}  // namespace newsgraph::nlp
