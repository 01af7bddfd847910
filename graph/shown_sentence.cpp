#include "graph/shown_sentence.hpp"

#include "extract/base/utf8.hpp"
#include "graph/names.hpp"

#include <algorithm>
#include <cstdint>

namespace newsgraph {

namespace {

// What has no full stop for so long is a table or a broken text; whole, it would be kept once for each of its statements.
constexpr std::uint32_t longest_sentence = 2000;
constexpr std::uint32_t around_cue = 900;
constexpr std::u32string_view ellipsis = U"\u2026";

// The part of a long sentence that is shown.
TextSpan window(TextSpan sentence, TextSpan cue) {
    if (sentence.end - sentence.begin <= longest_sentence) {
        return sentence;
    }
    const TextSpan middle = cue.begin < cue.end ? cue : TextSpan{sentence.begin, sentence.begin};
    const std::uint32_t begin = middle.begin - std::min(around_cue, middle.begin - sentence.begin);
    const std::uint32_t end = std::min(begin + longest_sentence, sentence.end);
    return {begin, end};
}

}  // namespace

ShownSentence show_sentence(std::u32string_view text, TextSpan sentence, TextSpan cue) {
    const auto size = static_cast<std::uint32_t>(text.size());
    sentence.end = std::min(sentence.end, size);
    sentence.begin = std::min(sentence.begin, sentence.end);
    if (cue.begin < sentence.begin || cue.end > sentence.end || cue.begin >= cue.end) {
        cue = {};
    }
    const TextSpan part = window(sentence, cue);
    cue.end = std::min(cue.end, part.end);
    const auto line = [&](std::uint32_t begin, std::uint32_t end) {
        return utf8::decode(one_line(utf8::clean(utf8::encode(text.substr(begin, end - begin)))));
    };

    std::u32string shown = line(part.begin, part.end);
    std::uint32_t ahead = 0;
    if (part.begin > sentence.begin) {
        shown.insert(0, ellipsis);
        ahead = static_cast<std::uint32_t>(ellipsis.size());
    }
    if (part.end < sentence.end) {
        shown.append(ellipsis);
    }
    ShownSentence out{utf8::encode(shown), {}};
    if (cue.begin < cue.end) {
        // White space was made one blank: the cue ends where the shortened text up to its end does.
        const auto end = ahead + static_cast<std::uint32_t>(line(part.begin, cue.end).size());
        out.cue = {end - static_cast<std::uint32_t>(line(cue.begin, cue.end).size()), end};
    }
    return out;
}

}  // namespace newsgraph
