// The named things of one document and where they are mentioned. Values. find_names is a pure function of the document
// and the two tables.
#pragma once

#include "extract/base/node_types.hpp"
#include "extract/clauses/tree.hpp"
#include "extract/names/gazetteer.hpp"
#include "extract/names/noun_classes.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

inline constexpr std::size_t no_name = static_cast<std::size_t>(-1);

struct NamedThing {
    std::string node;
    std::string label;
    std::string type;
    NounClass noun_class = NounClass::none;  // of a concept, whose type is `concept_type`
};

struct NameMention {
    Index begin = 0;  // tokens, end exclusive
    Index end = 0;
    std::size_t thing = 0;   // index in Names::things
    std::string kind;        // of Mention: name, nominal, pronoun, demonym, metonym
    bool inner = false;      // lies inside another mention ("NATO" in "2024 NATO summit")
    bool further = false;    // by the same words as the mention before it, which mean several things ("both nations")
};

struct Names {
    std::vector<NamedThing> things;     // by first mention
    std::vector<NameMention> mentions;  // by begin; an outer one before its inner ones
    std::vector<std::size_t> at;        // per token: index of its outermost mention, of several the first, else no_name

    // What with_concepts() adds: things and mentions behind all others, and per token the mention of a concept whose head it
    // is, else no_name. Empty without it.
    std::vector<std::size_t> concept_at;

    // What home_of() says: a mention of the country in which the article was written, else no_name.
    std::size_t home = no_name;

    const NamedThing& thing_of(std::size_t mention) const { return things[mentions[mention].thing]; }
    // Behind the last of the mentions that begin with this one and have its words: one, or several for "both nations".
    std::size_t end_of_group(std::size_t mention) const {
        do ++mention;
        while (mention < mentions.size() && mentions[mention].further);
        return mention;
    }
    std::size_t concept_of(Index head) const { return concept_at.empty() ? no_name : concept_at[head]; }
};

// The name of a node type as a view that always lives ("" for what is none).
std::string_view node_type(std::string_view name);

// Parts of a document that are not running text, in tokens.
struct Layout {
    Index headline_end = 0;  // first token behind the title; its names are trusted less, for its words are capitalised
    Index dateline_begin = 0;  // a dateline says where the article was written; its places are no names of the text
    Index dateline_end = 0;

    bool in_dateline(Index i) const { return i >= dateline_begin && i < dateline_end; }
};

Names find_names(const Tree& tree, const Gazetteer& gazetteer, const NameWords& words, const Forenames& forenames,
                 const Layout& layout);

namespace detail {

// A mention that is not yet known to be one thing with others.
struct Candidate {
    Index begin = 0;
    Index end = 0;
    std::string type;
    std::string kind = "name";
    std::size_t known = no_name;  // index of Gazetteer::things()
    std::string label;            // of places that are known as capitals only; else ""
    bool headline = false;
    bool from_pattern = false;
    bool inner = false;
    bool titled = false;  // "Mrs Torvald": a person, whatever else has the name
    Sex sex = Sex::unknown;  // by title or forename
};

// Finding: candidates by begin, the longer first; inner ones are marked.
std::vector<Candidate> find_candidates(const Tree& tree, const Gazetteer& gazetteer, const NameWords& words,
                                       const Forenames& forenames, const Layout& layout);

// Does the city stand for its country here?
bool speaks_for_country(const Tree& tree, const NameWords& words, Index begin, Index end);

// Merging: which candidates are one thing.
Names merge_candidates(const Tree& tree, const Gazetteer& gazetteer, const NameWords& words,
                       const std::vector<Candidate>& candidates);

}  // namespace detail

}  // namespace newsgraph
