#include "extract/nlp/regex.hpp"

#include "extract/base/error.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace newsgraph::nlp {

namespace {

// What a thread needs to match. The stack is for words of thousands of characters, where PCRE2's own 32 KiB end.
class MatchMemory {
public:
    MatchMemory() {
        pcre2_jit_stack_assign(context_, nullptr, stack_);
        pcre2_set_match_limit(context_, match_limit);
        pcre2_set_heap_limit(context_, heap_kib);
    }
    ~MatchMemory() {
        pcre2_match_data_free(data_);
        pcre2_match_context_free(context_);
        pcre2_jit_stack_free(stack_);
    }
    MatchMemory(const MatchMemory&) = delete;
    MatchMemory& operator=(const MatchMemory&) = delete;

    pcre2_match_data* data() { return data_; }
    pcre2_match_context* context() { return context_; }

private:
    static constexpr std::uint32_t match_limit = 20'000'000;  // a fraction of a second
    static constexpr std::uint32_t heap_kib = 64 * 1024;
    static constexpr std::size_t stack_start = 32 * 1024;
    static constexpr std::size_t stack_bytes = 16 * 1024 * 1024;

    pcre2_match_data* data_ = pcre2_match_data_create(1, nullptr);
    pcre2_match_context* context_ = pcre2_match_context_create(nullptr);
    pcre2_jit_stack* stack_ = pcre2_jit_stack_create(stack_start, stack_bytes, nullptr);
};

MatchMemory& match_memory() {
    thread_local MatchMemory memory;
    return memory;
}

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// str.isspace() of Python; \s of PCRE2 differs in U+001C to U+001F and U+180E.
constexpr std::string_view space_members =
    "\\x{9}-\\x{d}\\x{1c}-\\x{20}\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}";
constexpr std::string_view word_members = "\\p{L}\\p{N}_";  // \w of PCRE2 10.43 has more

}  // namespace

std::string translate_pattern(std::string_view pattern) {
    if (pattern.starts_with("(?u)")) pattern.remove_prefix(4);
    std::string result;
    result.reserve(pattern.size() * 2);
    bool in_class = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        if (c != '\\' || i + 1 == pattern.size()) {
            if (!in_class && c == '[') {
                in_class = true;
                result += c;
                // A bracket right at the start of a class is a member of it.
                if (pattern.substr(i + 1).starts_with('^')) result += pattern[++i];
                if (pattern.substr(i + 1).starts_with(']')) result += "\\]", ++i;
                continue;
            }
            if (in_class && c == ']') in_class = false;
            if (in_class && c == '[') result += '\\';
            result += c;
            continue;
        }
        const char escaped = pattern[++i];
        const std::size_t digits = escaped == 'u' ? 4 : escaped == 'U' ? 8 : 0;
        const auto code = pattern.substr(i + 1, digits);
        if (digits > 0 && code.size() == digits && std::all_of(code.begin(), code.end(), is_hex)) {
            result.append("\\x{").append(code).append("}");
            i += digits;
        } else if (escaped == 'w') {
            result += in_class ? std::string(word_members) : "[" + std::string(word_members) + "]";
        } else if (escaped == 's') {
            result += in_class ? std::string(space_members) : "[" + std::string(space_members) + "]";
        } else if (escaped == 'S' && !in_class) {
            result += "[^" + std::string(space_members) + "]";
        } else if (escaped == 'Z') {
            result += "\\z";
        } else {
            result.append("\\").append(1, escaped);
        }
    }
    return result;
}

struct Regex::Code {
    ~Code() { pcre2_code_free(code); }

    pcre2_code* code = nullptr;
    bool has_jit = false;
    std::optional<std::size_t> reach;

    std::optional<Match> match(std::string_view text, std::size_t start, std::uint32_t options) const {
        auto& memory = match_memory();
        const auto* subject = reinterpret_cast<PCRE2_SPTR>(text.data());
        int result = PCRE2_ERROR_JIT_STACKLIMIT;
        if (has_jit) {
            result = pcre2_jit_match(code, subject, text.size(), start, options, memory.data(), memory.context());
        }
        if (result == PCRE2_ERROR_JIT_STACKLIMIT) {
            options |= PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT;
            result = pcre2_match(code, subject, text.size(), start, options, memory.data(), memory.context());
        }
        if (result < 0) return std::nullopt;
        const PCRE2_SIZE* found = pcre2_get_ovector_pointer(memory.data());
        return Match{found[0], found[1]};
    }
};

Regex::Regex(std::string_view pattern, std::string_view what) {
    const std::string translated = translate_pattern(pattern);
    auto code = std::make_unique<Code>();
    auto* context = pcre2_compile_context_create(nullptr);
    pcre2_set_newline(context, PCRE2_NEWLINE_LF);
    int error = 0;
    PCRE2_SIZE offset = 0;
    code->code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(translated.data()), translated.size(),
                               PCRE2_UTF | PCRE2_UCP, &error, &offset, context);
    pcre2_compile_context_free(context);
    if (code->code == nullptr) {
        std::array<PCRE2_UCHAR, 256> message{};
        pcre2_get_error_message(error, message.data(), message.size());
        throw FormatError(std::string(what) + ": bad pattern: " + reinterpret_cast<const char*>(message.data()) +
                          " at byte " + std::to_string(offset));
    }
    code->has_jit = pcre2_jit_compile(code->code, PCRE2_JIT_COMPLETE) == 0;
    code->reach = suffix_reach(pattern);
    code_ = std::move(code);
}

Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

std::optional<Match> Regex::search(std::string_view text, std::size_t start, bool not_empty_at_start) const {
    return code_->match(text, start, not_empty_at_start ? PCRE2_NOTEMPTY_ATSTART : 0U);
}

std::optional<Match> Regex::search_suffix(std::string_view text) const {
    if (!code_->reach) return search(text);
    // A match that begins right at the start of the window may be the tail of a longer run; one that begins later is
    // the leftmost there is.
    for (std::size_t characters = *code_->reach + 1;; characters *= 2) {
        std::size_t start = text.size();
        for (std::size_t left = characters; start > 0 && left > 0;) {
            if ((static_cast<unsigned char>(text[--start]) & 0xC0U) != 0x80) --left;
        }
        const auto found = search(text, start);
        if (start == 0 || !found || found->begin > start) return found;
    }
}

bool Regex::matches_start(std::string_view text) const {
    // The leftmost match is at the start if there is one; the ANCHORED option would switch the compiled code off.
    const auto found = search(text);
    return found && found->begin == 0;
}

}  // namespace newsgraph::nlp
