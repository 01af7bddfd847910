// Reads msgpack, the format of a pipeline's binary files (https://github.com/msgpack/msgpack/blob/master/spec.md), into
// a tree of values. Strings and binaries are views into the bytes that were read: keep those alive. Ext types, which
// these files never hold, are refused. Reading takes memory in proportion to the bytes that are there, whatever sizes they
// declare. Immutable once read, so any number of threads may look.
#pragma once

#include "extract/base/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace newsgraph::nlp::msgpack {

class Value;
using Array = std::vector<Value>;
using Map = std::vector<std::pair<Value, Value>>;  // in the order of the file

// Binary data, told apart from text.
struct Binary {
    std::string_view bytes;
};

class Value {
public:
    using Data =
        std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string_view, Binary, Array, Map>;

    Value() = default;
    explicit Value(Data data) : data_(std::move(data)) {}

    bool is_nil() const { return std::holds_alternative<std::monostate>(data_); }
    bool is_integer() const {
        return std::holds_alternative<std::int64_t>(data_) || std::holds_alternative<std::uint64_t>(data_);
    }
    bool is_text() const { return std::holds_alternative<std::string_view>(data_); }
    bool is_array() const { return std::holds_alternative<Array>(data_); }
    bool is_map() const { return std::holds_alternative<Map>(data_); }
    bool is_bool() const { return std::holds_alternative<bool>(data_); }

    // Each throws FormatError if the value is of another kind; `what` names it in the message ("tokenizer: rules").
    bool as_bool(std::string_view what) const;
    std::int64_t as_integer(std::string_view what) const;
    std::uint64_t as_id(std::string_view what) const;  // 64-bit string ids
    std::string_view as_bytes(std::string_view what) const;  // text or binary
    std::string_view as_text(std::string_view what) const;   // the same, and UTF-8
    const Array& as_array(std::string_view what) const;
    const Map& as_map(std::string_view what) const;

    // The value of a text or binary key, or nullptr. Linear. REQUIRES: is_map().
    const Value* find(std::string_view key) const;

    // As find, but throws FormatError if the key is missing or this is no map.
    const Value& at(std::string_view key, std::string_view what) const;

private:
    Data data_;
};

// Reads exactly one value. `what` names the bytes in messages (a file's path). Throws FormatError with the offset for
// bytes that end early, go on after the value, nest deeper than 64 levels or use ext types.
Value read(std::string_view bytes, std::string_view what);

}  // namespace newsgraph::nlp::msgpack
