#include "extract/unread.hpp"

#include "extract/base/utf8.hpp"

#include <algorithm>

namespace newsgraph {

namespace {

constexpr std::string_view white_space = " \t\r\n\f\v";

class Filler {
public:
    explicit Filler(const nlp::Doc& doc) : doc_(doc) { whole_.text = doc.text; }

    // Words from the last token to this byte.
    void fill(std::size_t end) {
        const std::string_view text = std::string_view(doc_.text).substr(0, end);
        const auto root = static_cast<std::uint32_t>(whole_.tokens.size());
        for (auto begin = text.find_first_not_of(white_space, byte_); begin < end; begin = text.find_first_not_of(white_space, byte_)) {
            const std::size_t word_end = std::min(text.find_first_of(white_space, begin), end);
            add_word(begin, word_end, root);
        }
        const auto last = static_cast<std::uint32_t>(whole_.tokens.size());
        if (last == root) return;
        nlp::Token& first = whole_.tokens[root];
        first.sentence_start = true;
        first.dep = "ROOT";
        first.right_edge = last - 1;
    }

    void copy(const nlp::Token& token) {
        const auto index = static_cast<std::int32_t>(&token - doc_.tokens.data());
        const std::int32_t shift = static_cast<std::int32_t>(whole_.tokens.size()) - index;
        nlp::Token moved = token;
        moved.head += shift;
        moved.left_edge += static_cast<std::uint32_t>(shift);
        moved.right_edge += static_cast<std::uint32_t>(shift);
        whole_.tokens.push_back(std::move(moved));
        byte_ = token.end_byte;
        character_ = token.end;
    }

    nlp::Doc take() { return std::move(whole_); }

private:
    void add_word(std::size_t begin, std::size_t end, std::uint32_t root) {
        const std::string_view text = doc_.text;
        nlp::Token word;
        word.begin = character_ + static_cast<std::uint32_t>(utf8::length(text.substr(byte_, begin - byte_)));
        word.end = word.begin + static_cast<std::uint32_t>(utf8::length(text.substr(begin, end - begin)));
        word.begin_byte = static_cast<std::uint32_t>(begin);
        word.end_byte = static_cast<std::uint32_t>(end);
        word.space_after = end < text.size() && text[end] == ' ';
        word.iob = nlp::Iob::outside;
        word.head = static_cast<std::int32_t>(root);
        word.left_edge = word.right_edge = static_cast<std::uint32_t>(whole_.tokens.size());
        word.tag = "XX";
        word.pos = "X";
        word.dep = "dep";
        word.lemma = text.substr(begin, end - begin);
        byte_ = end;
        character_ = word.end;
        whole_.tokens.push_back(std::move(word));
    }

    const nlp::Doc& doc_;
    nlp::Doc whole_;
    std::size_t byte_ = 0;
    std::uint32_t character_ = 0;
};

}  // namespace

nlp::Doc with_unread(const nlp::Doc& doc) {
    Filler filler(doc);
    for (const nlp::Token& token : doc.tokens) {
        if (token.sentence_start) filler.fill(token.begin_byte);
        filler.copy(token);
    }
    filler.fill(doc.text.size());
    return filler.take();
}

}  // namespace newsgraph
