// Small msgpack trees for tests, from literals: what is kept of a text is a view.
#pragma once

#include "extract/nlp/msgpack.hpp"

#include <initializer_list>
#include <string_view>
#include <utility>

namespace newsgraph::nlp::test {

inline msgpack::Value text(std::string_view value) {
    return msgpack::Value(msgpack::Value::Data(value));
}

inline msgpack::Value number(std::uint64_t value) {
    return msgpack::Value(msgpack::Value::Data(value));
}

inline msgpack::Value boolean(bool value) {
    return msgpack::Value(msgpack::Value::Data(value));
}

inline msgpack::Value list(std::initializer_list<msgpack::Value> values) {
    return msgpack::Value(msgpack::Value::Data(msgpack::Array(values)));
}

inline msgpack::Value texts(std::initializer_list<std::string_view> values) {
    msgpack::Array array;
    for (const auto value : values) array.push_back(text(value));
    return msgpack::Value(msgpack::Value::Data(std::move(array)));
}

inline msgpack::Value map(std::initializer_list<std::pair<msgpack::Value, msgpack::Value>> entries) {
    return msgpack::Value(msgpack::Value::Data(msgpack::Map(entries)));
}

inline msgpack::Value named(std::initializer_list<std::pair<std::string_view, msgpack::Value>> entries) {
    msgpack::Map values;
    for (const auto& [name, value] : entries) values.emplace_back(text(name), value);
    return msgpack::Value(msgpack::Value::Data(std::move(values)));
}

}  // namespace newsgraph::nlp::test
