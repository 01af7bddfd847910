#include "graph/decisions.hpp"

#include <algorithm>

namespace newsgraph {

Decisions united(std::vector<Decisions> parts) {
    Decisions out;
    for (Decisions& part : parts) {
        for (Decision& decision : part) {
            if ((decision.kind == "same" || decision.kind == "different") && decision.object < decision.subject) {
                std::swap(decision.subject, decision.object);
            }
            out.push_back(std::move(decision));
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::pair<std::string, std::string> id_and_document(const std::string& term) {
    const std::size_t at = term.find('@');
    return at == std::string::npos ? std::pair(term, std::string()) : std::pair(term.substr(0, at), term.substr(at + 1));
}

}  // namespace newsgraph
