#include "extract/names/word_vectors.hpp"

#include "extract/base/error.hpp"
#include "extract/base/utf8.hpp"
#include "extract/names/name_lists.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utf8proc.h>

namespace newsgraph {

namespace {

constexpr std::string_view magic = "newsgraph words 1\n";

template <class T>
T value_at(std::string_view bytes, std::size_t i) {
    T value{};
    std::memcpy(&value, bytes.data() + i * sizeof(T), sizeof(T));
    return value;
}

std::string with_capital(const std::string& lower) {
    std::size_t at = 0;
    if (lower.empty()) return lower;
    std::string result;
    utf8::append(result, static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(utf8::next(lower, at)))));
    return result + lower.substr(at);
}

}  // namespace

WordVectors::WordVectors(std::string_view bytes, std::string_view file_name) {
    const auto fail = [&] { throw FormatError(std::string(file_name) + ": not a table of word vectors"); };
    if (!bytes.starts_with(magic)) fail();
    bytes.remove_prefix(magic.size());
    for (std::size_t* number : {&dimensions_, &vectors_, &words_}) {
        const auto end = bytes.find('\n');
        if (end == std::string_view::npos || end > 7) fail();
        for (const char c : bytes.substr(0, end)) {
            if (c < '0' || c > '9') fail();
            *number = 10 * *number + static_cast<std::size_t>(c - '0');
        }
        bytes.remove_prefix(end + 1);
    }
    if (vectors_ >= 0xFFFF || bytes.size() != vectors_ * dimensions_ + 6 * words_) fail();
    values_ = bytes.substr(0, vectors_ * dimensions_);
    hashes_ = bytes.substr(values_.size(), 4 * words_);
    rows_ = bytes.substr(values_.size() + hashes_.size());
    starts_.assign((std::size_t{1} << 16U) + 1, 0);
    for (std::size_t i = 0; i < words_; ++i) {
        if (value_at<std::uint16_t>(rows_, i) >= vectors_) fail();
        ++starts_[(value_at<std::uint32_t>(hashes_, i) >> 16U) + 1];
    }
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
}

std::uint16_t WordVectors::row_of(std::string_view word) const {
    const auto wanted = static_cast<std::uint32_t>(NameLists::hash(word) >> 32U);
    for (std::size_t i = starts_[wanted >> 16U]; i < starts_[(wanted >> 16U) + 1]; ++i) {
        if (value_at<std::uint32_t>(hashes_, i) == wanted) return static_cast<std::uint16_t>(value_at<std::uint16_t>(rows_, i) + 1);
    }
    return 0;
}

WordVectors::Rows WordVectors::find(const std::string& lower) const {
    const std::uint16_t small = row_of(lower);
    const std::uint16_t capital = row_of(with_capital(lower));
    return {small, capital == 0 ? small : capital};
}

void WordVectors::write(Rows rows, std::span<float> result) const {
    const auto put = [&](std::uint16_t row, std::span<float> to) {
        if (row == 0) {
            std::fill(to.begin(), to.end(), 0.0F);
            return;
        }
        const char* from = values_.data() + (row - std::size_t{1}) * dimensions_;
        for (std::size_t k = 0; k < dimensions_; ++k) to[k] = static_cast<float>(static_cast<signed char>(from[k])) * (1.0F / 32.0F);
    };
    put(rows.small, result.first(dimensions_));
    put(rows.capital, result.subspan(dimensions_));
}

}  // namespace newsgraph
