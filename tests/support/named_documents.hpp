// Evidence by hand, for tests of who is who: documents as lists of the names in them.
#pragma once

#include "graph/evidence.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace newsgraph::test {

struct Name {
    std::string label;
    std::string title = {};
    std::string type = "person";
    std::string short_name = {};  // what else the document calls it
};

inline std::string slug(const std::string& type, std::string label) {
    std::replace(label.begin(), label.end(), ' ', '-');
    return type + ":" + label;
}

// One list of names a document.
inline EvidenceSet evidence_of(const std::vector<std::vector<Name>>& documents) {
    EvidenceSet out;
    for (std::size_t d = 0; d < documents.size(); ++d) {
        DocumentEvidence document;
        document.doc = document.base = "doc" + std::to_string(d);
        out.documents.push_back(document);
        for (const Name& name : documents[d]) {
            EntityEvidence entity;
            entity.document = static_cast<std::uint32_t>(d);
            entity.entity = "e" + std::to_string(out.entities.size());
            entity.node = slug(name.type, name.label);
            entity.label = name.label;
            entity.type = name.type;
            entity.names = {{name.label, "name", 1, name.title}};
            if (!name.short_name.empty()) {
                entity.names.push_back({name.short_name, "name", 1, {}});
            }
            out.entities.push_back(entity);
        }
    }
    return out;
}

}  // namespace newsgraph::test
