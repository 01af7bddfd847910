#include "extract/nlp/msgpack.hpp"

#include "extract/base/utf8.hpp"

#include <algorithm>
#include <bit>

namespace newsgraph::nlp::msgpack {

namespace {

constexpr int max_depth = 64;

// Room made before elements are read. More would trust the file: nested lists could each declare all bytes that follow.
constexpr std::uint64_t most_reserved = 4096;

class Reader {
public:
    Reader(std::string_view bytes, std::string_view what) : bytes_(bytes), what_(what) {}

    Value read_all() {
        Value value = read_value(0);
        if (offset_ != bytes_.size()) fail("bytes after the end of the value");
        return value;
    }

private:
    [[noreturn]] void fail(const std::string& reason) const {
        throw FormatError(std::string(what_) + ": " + reason + " at byte " + std::to_string(offset_));
    }

    std::string_view take(std::uint64_t count) {
        if (count > bytes_.size() - offset_) fail("the file ends early");
        const auto part = bytes_.substr(offset_, count);
        offset_ += count;
        return part;
    }

    // Big-endian, as everything in msgpack.
    std::uint64_t unsigned_integer(std::size_t size) {
        std::uint64_t value = 0;
        for (const char byte : take(size)) value = value << 8 | static_cast<unsigned char>(byte);
        return value;
    }

    std::int64_t signed_integer(std::size_t size) {
        const auto shift = 64 - 8 * size;
        return static_cast<std::int64_t>(unsigned_integer(size) << shift) >> shift;
    }

    Value array(std::uint64_t count, int depth) {
        if (count > bytes_.size() - offset_) fail("the file ends early");  // an element takes at least one byte
        Array elements;
        elements.reserve(std::min(count, most_reserved));
        for (std::uint64_t i = 0; i < count; ++i) elements.push_back(read_value(depth + 1));
        return Value(std::move(elements));
    }

    Value map(std::uint64_t count, int depth) {
        if (count > (bytes_.size() - offset_) / 2) fail("the file ends early");
        Map entries;
        entries.reserve(std::min(count, most_reserved));
        for (std::uint64_t i = 0; i < count; ++i) {
            Value key = read_value(depth + 1);
            entries.emplace_back(std::move(key), read_value(depth + 1));
        }
        return Value(std::move(entries));
    }

    Value read_value(int depth) {
        if (depth > max_depth) fail("nested too deep");
        const auto tag = static_cast<unsigned char>(take(1)[0]);
        if (tag < 0x80) return Value(std::uint64_t{tag});
        if (tag < 0x90) return map(tag & 0x0FU, depth);
        if (tag < 0xA0) return array(tag & 0x0FU, depth);
        if (tag < 0xC0) return Value(take(tag & 0x1FU));
        if (tag >= 0xE0) return Value(static_cast<std::int64_t>(static_cast<std::int8_t>(tag)));
        return read_sized(tag, depth);
    }

    // Tags C0 to DF; in each family the width doubles with the tag.
    Value read_sized(unsigned char tag, int depth) {
        const auto width = [&](unsigned first) { return std::size_t{1} << (tag - first); };
        switch (tag) {
            case 0xC0: return Value();
            case 0xC2:
            case 0xC3: return Value(tag == 0xC3);
            case 0xC4:
            case 0xC5:
            case 0xC6: return Value(Binary{take(unsigned_integer(width(0xC4)))});
            case 0xCA: return Value(double{std::bit_cast<float>(static_cast<std::uint32_t>(unsigned_integer(4)))});
            case 0xCB: return Value(std::bit_cast<double>(unsigned_integer(8)));
            case 0xCC:
            case 0xCD:
            case 0xCE:
            case 0xCF: return Value(unsigned_integer(width(0xCC)));
            case 0xD0:
            case 0xD1:
            case 0xD2:
            case 0xD3: return Value(signed_integer(width(0xD0)));
            case 0xD9:
            case 0xDA:
            case 0xDB: return Value(take(unsigned_integer(width(0xD9))));
            case 0xDC:
            case 0xDD: return array(unsigned_integer(tag == 0xDC ? 2 : 4), depth);
            case 0xDE:
            case 0xDF: return map(unsigned_integer(tag == 0xDE ? 2 : 4), depth);
            default: --offset_; fail("a type that these files never hold");
        }
    }

    std::string_view bytes_;
    std::string_view what_;
    std::size_t offset_ = 0;
};

template <typename T>
const T& expect(const Value::Data& data, std::string_view what, const char* kind) {
    if (const T* value = std::get_if<T>(&data)) return *value;
    throw FormatError(std::string(what) + ": expected " + kind);
}

}  // namespace

bool Value::as_bool(std::string_view what) const {
    return expect<bool>(data_, what, "true or false");
}

std::int64_t Value::as_integer(std::string_view what) const {
    if (const auto* value = std::get_if<std::uint64_t>(&data_)) return static_cast<std::int64_t>(*value);
    return expect<std::int64_t>(data_, what, "a whole number");
}

std::uint64_t Value::as_id(std::string_view what) const {
    if (const auto* value = std::get_if<std::int64_t>(&data_)) return static_cast<std::uint64_t>(*value);
    return expect<std::uint64_t>(data_, what, "a whole number");
}

std::string_view Value::as_bytes(std::string_view what) const {
    if (const auto* value = std::get_if<Binary>(&data_)) return value->bytes;
    return expect<std::string_view>(data_, what, "text or bytes");
}

std::string_view Value::as_text(std::string_view what) const {
    const std::string_view text = as_bytes(what);
    if (!utf8::is_valid(text)) throw FormatError(std::string(what) + ": text that is not UTF-8");
    return text;
}

const Array& Value::as_array(std::string_view what) const {
    return expect<Array>(data_, what, "a list");
}

const Map& Value::as_map(std::string_view what) const {
    return expect<Map>(data_, what, "a map");
}

const Value* Value::find(std::string_view key) const {
    const Map* map = std::get_if<Map>(&data_);
    if (!map) return nullptr;
    for (const auto& [name, value] : *map) {
        if ((name.is_text() || std::holds_alternative<Binary>(name.data_)) && name.as_bytes({}) == key) return &value;
    }
    return nullptr;
}

const Value& Value::at(std::string_view key, std::string_view what) const {
    as_map(what);
    if (const Value* value = find(key)) return *value;
    throw FormatError(std::string(what) + ": no '" + std::string(key) + "'");
}

Value read(std::string_view bytes, std::string_view what) {
    return Reader(bytes, what).read_all();
}

}  // namespace newsgraph::nlp::msgpack
