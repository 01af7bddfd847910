#include "cli/relation_lookup.hpp"

#include "extract/base/error.hpp"
#include "extract/data/tables.hpp"
#include "extract/readers/byte_stream.hpp"
#include "extract/relations/relation_table.hpp"

#include <filesystem>
#include <utility>

namespace newsgraph::cli {

namespace {

// Far more than any table by hand; a device or a wrong file must not fill the memory.
constexpr std::size_t most_bytes = 64 * 1024 * 1024;

}  // namespace

RelationFile read_relation_file(const std::string& path) {
    if (path.empty()) return {std::string(data::relations()), "relations.tsv"};
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) throw IoError(path + ": is a folder, not a relation table");
    std::string text = readers::ByteStream(path).read_rest(most_bytes);
    if (text.size() > most_bytes) throw FormatError(path + ": too long for a relation table");
    return {std::move(text), path};
}

RelationLookup relation_lookup(const std::string& path) {
    RelationLookup lookup;
    const RelationFile file = read_relation_file(path);
    const RelationTable table(file.text, file.name);
    for (const Relation& relation : table.relations()) {
        lookup[relation.name] = {relation.plover, relation.quad, relation.score, relation.symmetric};
    }
    return lookup;
}

}  // namespace newsgraph::cli
