#include "graph/edge_derivation.hpp"

#include "graph/groups.hpp"
#include "graph/names.hpp"
#include "graph/node_derivation.hpp"
#include "graph/stories.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace newsgraph::detail {

namespace {

bool better(const StatementEvidence* a, const StatementEvidence* b) {
    const auto key = [](const StatementEvidence& s) {
        return std::tie(s.document, s.sentence, s.cue_begin, s.cue_end, s.cue, s.text, s.polarity, s.realis, s.speaker(),
                        s.date, s.date_text, s.what, s.role, s.place, s.amount, s.title, s.url);
    };
    return a->confidence != b->confidence ? a->confidence > b->confidence : key(*a) < key(*b);
}

using Places = std::map<std::uint32_t, std::size_t>;  // document -> place among the edge's documents

// Days since 1970 of a whole date ("2026-03-01"), else nothing.
std::optional<int> day_of(const std::string& date) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    constexpr std::string_view form = "2026-03-01";
    const auto number = [&](std::size_t begin, std::size_t length, auto& out) {
        const char* const end = date.data() + begin + length;
        return std::from_chars(date.data() + begin, end, out).ptr == end;
    };
    if (date.size() < form.size() || !number(0, 4, year) || !number(5, 2, month) || !number(8, 2, day)) {
        return std::nullopt;
    }
    const std::chrono::year_month_day whole{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return whole.ok() ? std::optional(std::chrono::sys_days(whole).time_since_epoch().count()) : std::nullopt;
}

// An edge's documents are one story if their texts are copies, or one sentence stands in both, within a few days: "Israel attacked
// Lebanon" tells of something else next year. One without a date goes with the oldest.
Groups joined_stories(const Statements& statements, const Places& places, const std::vector<DocumentEvidence>& documents,
                      const std::vector<std::uint32_t>& story) {
    constexpr int most_days = 2;
    Groups stories(places.size());
    std::map<std::uint32_t, std::size_t> copied;  // story -> a document of it
    for (const auto& [document, place] : places) {
        stories.join(copied.emplace(story[document], place).first->second, place);
    }
    if (copied.size() < 2) {
        return stories;  // most edges: and names take their time
    }
    std::map<std::string, std::set<std::pair<int, std::size_t>>> sentences;  // name_key -> day and document
    for (const StatementEvidence* statement : statements) {
        if (const std::string key = name_key(statement->text); !key.empty()) {
            const auto day = day_of(documents[statement->document].date);
            sentences[key].emplace(day.value_or(std::numeric_limits<int>::min()), places.at(statement->document));
        }
    }
    for (const auto& [key, told] : sentences) {
        for (auto next = told.begin(), last = next++; next != told.end(); last = next++) {
            const bool undated = last->first == std::numeric_limits<int>::min();
            if (undated || next->first - last->first <= most_days) {
                stories.join(last->second, next->second);
            }
        }
    }
    return stories;
}

}  // namespace

void sort_statements(Statements& statements) {
    std::sort(statements.begin(), statements.end(), better);
}

EdgeEvidence shown(StatementEvidence statement, const EvidenceSet& evidence) {
    const DocumentEvidence& document = evidence.documents[statement.document];
    EdgeEvidence out;
    if (!document.summary) {
        out.doc = document.doc;
        out.source_entity = evidence.entities[statement.source].entity;
        out.target_entity = evidence.entities[statement.target].entity;
    }
    out.title = document.summary ? statement.title : document.title;
    out.published = document.date;
    out.outlet = document.source;
    out.url = document.summary ? statement.url : document.url;
    out.text = std::move(statement.text);
    out.sentence = statement.sentence;
    out.cue = std::move(statement.cue);
    out.cue_begin = statement.cue_begin;
    out.cue_end = statement.cue_end;
    out.polarity = std::move(statement.polarity);
    out.realis = std::move(statement.realis);
    out.attribution = std::move(statement.attribution_label.empty() ? statement.attribution_text : statement.attribution_label);
    out.date = std::move(statement.date);
    out.date_precision = std::move(statement.date_precision);
    out.date_text = std::move(statement.date_text);
    out.what = std::move(statement.what);
    out.role = std::move(statement.role);
    out.place = std::move(statement.place);
    out.amount = std::move(statement.amount);
    out.confidence = statement.confidence;
    return out;
}

std::vector<std::uint32_t> stories_of(const std::vector<DocumentEvidence>& documents) {
    std::vector<std::string> signatures;
    signatures.reserve(documents.size());
    for (const DocumentEvidence& document : documents) {
        signatures.push_back(document.signature);
    }
    return find_stories(signatures);
}

void weigh(const Statements& statements, const std::vector<DocumentEvidence>& documents, const std::vector<std::uint32_t>& story,
           GraphEdge& edge) {
    Places places;
    for (const StatementEvidence* statement : statements) {
        if (!documents[statement->document].summary) {
            places.emplace(statement->document, places.size());
        }
    }
    Statements single = statements;
    std::erase_if(single, [&](const StatementEvidence* s) { return documents[s->document].summary; });
    Groups stories = joined_stories(single, places, documents, story);
    edge.documents = static_cast<std::uint32_t>(places.size());
    // Best first, so a story's first statement is its best one, and the product is always taken in the same order.
    std::set<std::size_t> counted;
    double doubt = 1.0;
    for (const StatementEvidence* statement : statements) {
        see(edge.first_seen, edge.last_seen, documents[statement->document].date);
        edge.mentions = saturated_sum(edge.mentions, statement->summed.mentions);
        if (documents[statement->document].summary) {
            edge.documents = saturated_sum(edge.documents, statement->summed.documents);
            edge.stories = saturated_sum(edge.stories, statement->summed.stories);
            see(edge.first_seen, edge.last_seen, statement->summed.first_seen);
            see(edge.first_seen, edge.last_seen, statement->summed.last_seen);
            doubt *= 1.0 - statement->confidence;
        } else if (counted.insert(stories.of(places.at(statement->document))).second) {
            edge.stories = saturated_sum(edge.stories, 1);
            doubt *= 1.0 - statement->confidence;
        }
    }
    edge.weight = edge.stories;
    // Six decimals say all there is to say, and 0.30000000000000004 is hard to read.
    edge.confidence = std::round((1.0 - doubt) * 1e6) / 1e6;
}

void describe(const RelationInfo& relation, GraphEdge& edge) {
    edge.symmetric = relation.symmetric;
    edge.plover = relation.plover;
    edge.quad = relation.quad;
    edge.score = relation.score;
}

void show(const Statements& statements, const EvidenceSet& evidence, GraphEdge& edge) {
    edge.statements.reserve(statements.size());
    for (const StatementEvidence* statement : statements) {
        edge.statements.push_back(shown(*statement, evidence));
    }
    const EdgeEvidence& best = edge.statements.front();
    edge.evidence = best.text;
    edge.source_title = best.title;
    edge.source_url = best.url;
}

void sort_inner(GraphNode& node) {
    const auto key = [](const InnerStatement& inner) {
        const EdgeEvidence& s = inner.statement;
        return std::tie(s.doc, s.sentence, s.cue_begin, s.cue_end, inner.relation, s.source_entity, s.target_entity, s.cue,
                        s.text, s.polarity, s.realis, s.attribution, s.what, s.role);
    };
    std::sort(node.inner.begin(), node.inner.end(),
              [&](const InnerStatement& a, const InnerStatement& b) { return key(a) < key(b); });
}

}  // namespace newsgraph::detail
