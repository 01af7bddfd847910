#include "extract/base/utf8.hpp"

namespace newsgraph::utf8 {

namespace {

struct Sequence {
    std::size_t length;  // bytes that belong together: a code point, or the maximal ill-formed subpart
    bool valid;
};

bool in(unsigned char byte, unsigned low, unsigned high) {
    return byte >= low && byte <= high;
}

// Table 3-7 of the Unicode standard: the second byte has a narrower range after E0, ED, F0 and F4.
Sequence sequence_at(std::string_view bytes, std::size_t offset) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char lead = at(offset);
    if (lead < 0x80) return {1, true};
    std::size_t length = 0;
    unsigned low = 0x80;
    unsigned high = 0xBF;
    if (in(lead, 0xC2, 0xDF)) {
        length = 2;
    } else if (in(lead, 0xE0, 0xEF)) {
        length = 3;
        if (lead == 0xE0) low = 0xA0;
        if (lead == 0xED) high = 0x9F;
    } else if (in(lead, 0xF0, 0xF4)) {
        length = 4;
        if (lead == 0xF0) low = 0x90;
        if (lead == 0xF4) high = 0x8F;
    } else {
        return {1, false};
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (offset + i >= bytes.size() || !in(at(offset + i), low, high)) return {i, false};
        low = 0x80;
        high = 0xBF;
    }
    return {length, true};
}

// Nothing to be repaired or left out, and no letter that would need a closer look.
bool is_clean_ascii(std::string_view bytes) {
    bool clean = true;  // to the end, whatever comes: a loop without a way out is done for many bytes at once
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        clean = clean & (byte < 0x80) & ((byte >= 0x20) | (byte == '\t') | (byte == '\n') | (byte == '\r'));
    }
    return clean;
}

}  // namespace

Repaired repair(std::string_view bytes) {
    Repaired result;
    result.text.reserve(bytes.size());
    for (std::size_t offset = 0; offset < bytes.size();) {
        const Sequence sequence = sequence_at(bytes, offset);
        if (sequence.valid) {
            result.text.append(bytes.substr(offset, sequence.length));
        } else {
            if (result.replacements++ == 0) result.first_byte = offset;
            result.text.append("\xEF\xBF\xBD");
        }
        offset += sequence.length;
    }
    return result;
}

bool is_valid(std::string_view bytes) {
    for (std::size_t offset = 0; offset < bytes.size();) {
        const Sequence sequence = sequence_at(bytes, offset);
        if (!sequence.valid) return false;
        offset += sequence.length;
    }
    return true;
}

char32_t next(std::string_view text, std::size_t& offset) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    const char32_t lead = byte(offset);
    if (lead < 0x80) {
        offset += 1;
        return lead;
    }
    const auto tail = [&](std::size_t i) { return byte(offset + i) & 0x3F; };
    char32_t code_point = 0;
    if (lead < 0xE0) {
        code_point = (lead & 0x1F) << 6 | tail(1);
        offset += 2;
    } else if (lead < 0xF0) {
        code_point = (lead & 0x0F) << 12 | tail(1) << 6 | tail(2);
        offset += 3;
    } else {
        code_point = (lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
        offset += 4;
    }
    return code_point;
}

void append(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::string clean(std::string_view bytes) {
    if (is_clean_ascii(bytes)) return std::string(bytes);  // most texts, and many are cleaned
    const std::string valid = repair(bytes).text;
    std::string out;
    out.reserve(valid.size());
    for (std::size_t at = 0; at < valid.size();) {
        const std::size_t begin = at;
        const char32_t c = next(valid, at);
        const bool control = c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r';
        if (!control && c != 0xFFFE && c != 0xFFFF) out.append(valid, begin, at - begin);
    }
    return out;
}

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    return count;
}

std::u32string decode(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) result.push_back(next(text, offset));
    return result;
}

std::string encode(std::u32string_view code_points) {
    std::string result;
    result.reserve(code_points.size());
    for (const char32_t c : code_points) append(result, c);
    return result;
}

}  // namespace newsgraph::utf8
