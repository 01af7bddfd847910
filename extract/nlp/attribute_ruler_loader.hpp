// Reads the patterns of an attribute ruler; a part of its constructor, with the names of attributes and predicates.
#pragma once

#include "extract/nlp/attribute_ruler.hpp"

#include <optional>

namespace newsgraph::nlp {

class AttributeRuler::Loader {
public:
    Loader(AttributeRuler& ruler, const std::string& path) : ruler_(ruler), path_(path) {}

    void read(const msgpack::Value& patterns);

private:
    [[noreturn]] void fail(const std::string& reason) const;
    void read_entry(const msgpack::Value& entry);
    Entry read_values(const msgpack::Value& values) const;
    void read_pattern(const msgpack::Value& pattern, std::int64_t index);
    Spec read_spec(const msgpack::Value& spec);
    void read_predicates(const Condition& field, const msgpack::Value& predicates, Spec& spec);
    Condition field_named(std::string_view name) const;
    std::uint64_t read_value(const Condition& field, const msgpack::Value& value);
    Condition read_list(Condition field, Test test, const msgpack::Value& values);
    Condition read_regex(Condition field, const msgpack::Value& source);

    std::size_t anchor_of(const Pattern& pattern) const;
    void index_pattern(const Pattern& pattern, std::uint32_t number);

    AttributeRuler& ruler_;
    std::string path_;
    std::size_t entry_ = 0;
};

}  // namespace newsgraph::nlp
