// same, different, rename, retype: decisions about the nodes of a store.
#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/node_names.hpp"
#include "cli/store_argument.hpp"
#include "cli/usage_error.hpp"
#include "extract/base/error.hpp"
#include "graph/decisions.hpp"
#include "graph/evidence_store.hpp"
#include "graph/origins.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace newsgraph::cli {

namespace {

constexpr std::array<std::string_view, 9> types = {"person", "organization", "country", "place", "group",
                                                   "agreement", "event", "product", "work"};

using Terms = std::vector<std::string>;

bool is_about_two(const std::string& kind) { return kind == "same" || kind == "different"; }

std::string id_of(const std::string& term) { return id_and_document(term).first; }

class Deciding {
public:
    Deciding(std::string kind, std::string path, EvidenceStore& store)
        : kind_(std::move(kind)), graph_(read_graph_file(path)), store_(store), standing_(store.decisions_to_change()) {}

    // What stands against the new decisions goes.
    void decide(const std::string& name, const std::string& object) {
        for (const Decision& decision : is_about_two(kind_) ? about_two(name, object) : about_one(name, object)) {
            if (std::find(standing_.begin(), standing_.end(), decision) != standing_.end()) std::erase(withdrawn_, decision);
            decided_.push_back(decision);
        }
        for (const Decision& decision : withdrawn_) store_.withdraw(decision);
        for (const Decision& decision : decided_) store_.decide(decision);
    }

    // False if nothing like it was decided. Of `same` and `different` the object is a name, of others it may be empty.
    bool take_back(const std::string& name, const std::string& object) {
        const Terms subjects = terms_or_literal(name);
        const Terms objects = is_about_two(kind_) ? terms_or_literal(object) : Terms{object};
        for (const Decision& decision : standing_) {
            if (decision.kind != kind_) continue;
            const bool one = names(subjects, decision.subject) && (is_about_two(kind_) ? names(objects, decision.object)
                                                                                       : object.empty() || object == decision.object);
            const bool turned = is_about_two(kind_) && names(subjects, decision.object) && names(objects, decision.subject);
            if ((one || turned) && store_.withdraw(decision)) withdrawn_.push_back(decision);
        }
        return !withdrawn_.empty();
    }

    void report(Terminal& terminal) const {
        const auto tell = [&](const char* what, const Decision& decision) {
            terminal.outcome(what + decision.kind + " " + decision.subject + " " + decision.object);
        };
        for (const Decision& decision : withdrawn_) tell("taken back: ", decision);
        for (const Decision& decision : decided_) tell("decided: ", decision);
    }

private:
    std::size_t node_of(const std::string& name) const {
        const auto [id, document] = id_and_document(name);
        if (document.empty()) return node_named(graph_, name, gazetteer_names());
        const auto node = holder_of(graph_, name);
        if (!node) {
            throw Error("no article '" + document + "' has the id '" + id + "'", "'newsgraph why' tells ids and articles of a node");
        }
        return *node;
    }

    Terms terms_of(const std::string& name) const {
        const std::size_t node = node_of(name);
        return id_and_document(name).second.empty() ? terms_for_decision(graph_, node, name) : Terms{name};
    }

    // What was decided may name what is not there any more.
    Terms terms_or_literal(const std::string& name) const {
        const bool is_literal = std::any_of(standing_.begin(), standing_.end(), [&](const Decision& decision) {
            return decision.kind == kind_ && (decision.subject == name || (is_about_two(kind_) && decision.object == name));
        });
        if (is_literal) return {name};
        if (is_about_two(kind_)) return terms_of(name);
        const std::size_t node = node_of(name);
        Terms terms;
        for (const NodeEvidence& evidence : graph_.nodes()[node].evidence) terms.push_back(evidence.node);
        return terms;
    }

    // An article's id that was not there yet when it was decided is meant, too.
    static bool names(const Terms& terms, const std::string& term) {
        return std::any_of(terms.begin(), terms.end(), [&](const std::string& own) {
            return own == term || (own.find('@') == std::string::npos && own == id_of(term)) || (terms.size() > 1 && id_of(own) == id_of(term));
        });
    }

    std::vector<Decision> about_one(const std::string& name, const std::string& object) {
        const std::size_t node = node_of(name);
        for (const Decision& decision : standing_) {
            if (decision.kind == kind_ && holder_of(graph_, decision.subject) == node) withdrawn_.push_back(decision);
        }
        const bool exact = !id_and_document(name).second.empty();
        return {{kind_, exact ? name : lasting_term(graph_, node, name), object}};
    }

    std::vector<Decision> about_two(const std::string& name, const std::string& object) {
        const Terms subjects = terms_of(name);
        const Terms objects = terms_of(object);
        for (const std::string& subject : subjects) {
            if (std::find(objects.begin(), objects.end(), subject) != objects.end()) {
                throw Error("both names are the id " + id_of(subject), "ID@DOC names what one article has under an id");
            }
        }
        std::vector<Decision> result;
        for (const std::string& subject : subjects) {
            for (const std::string& other : objects) {
                // What is one with one of them is one with all.
                if (kind_ == "same" && subject != subjects.front() && other != objects.front()) continue;
                result.push_back({kind_, subject, other});
            }
        }
        result = united({std::move(result)});
        withdraw_opposites(node_of(name), node_of(object), result);
        return result;
    }

    // Of the same pairs; of the same nodes, too, where they are to become one.
    void withdraw_opposites(std::size_t a, std::size_t b, const std::vector<Decision>& decisions) {
        const std::string opposite = kind_ == "same" ? "different" : "same";
        for (const Decision& decision : standing_) {
            if (decision.kind != opposite) continue;
            const bool is_pair = std::any_of(decisions.begin(), decisions.end(), [&](const Decision& one) {
                return one.subject == decision.subject && one.object == decision.object;
            });
            const auto subject = holder_of(graph_, decision.subject);
            const auto object = holder_of(graph_, decision.object);
            const bool of_nodes = kind_ == "same" && ((subject == a && object == b) || (subject == b && object == a));
            if (is_pair || of_nodes) withdrawn_.push_back(decision);
        }
    }

    std::string kind_;
    KnowledgeGraph graph_;
    EvidenceStore& store_;
    std::vector<Decision> standing_;
    std::vector<Decision> withdrawn_;
    std::vector<Decision> decided_;
};

void check_object(const std::string& kind, const std::string& object) {
    if (kind == "rename" && object.find_first_not_of(" \t\r\n") == std::string::npos) throw UsageError("the label is empty");
    if (kind != "retype" || std::find(types.begin(), types.end(), object) != types.end()) return;
    std::string list;
    for (const std::string_view type : types) list += (list.empty() ? "" : ", ") + std::string(type);
    throw UsageError("'" + object + "' is no type of node", "types are " + list);
}

}  // namespace

ExitStatus run_decide(const CommandLine& line, Terminal& terminal) {
    const std::string kind(line.command().name);
    const std::string& path = store_argument(line);
    std::vector<std::string> names = behind_store(line);
    const bool undo = line.has("undo");
    if (undo && !is_about_two(kind) && names.size() == 1) names.emplace_back();  // whatever it was
    if (names.size() != 2) {
        const std::string_view usage = line.command().usage;
        throw UsageError("two names are wanted", "newsgraph " + kind + " " + std::string(usage.substr(0, usage.find('\n'))));
    }
    if (!undo) check_object(kind, names[1]);
    EvidenceStore store = open_existing_store(path);
    Deciding deciding(kind, path, store);
    if (!undo) {
        deciding.decide(names[0], names[1]);
    } else if (!deciding.take_back(names[0], names[1])) {
        throw Error(path + ": it was not decided that " + names[0] + " " + kind + (names[1].empty() ? "" : " " + names[1]),
                    "'newsgraph info --decisions' lists what was decided");
    }
    store.commit();
    deciding.report(terminal);
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
