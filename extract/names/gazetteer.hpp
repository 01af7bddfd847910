// The names that are known before any article is read: countries, alliances, places; and the word lists of the names
// stage. Immutable after construction; share between threads. FormatError with file and line for a bad table.
#pragma once

#include "extract/base/text_map.hpp"
#include "extract/base/word_lists.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

struct KnownThing {
    std::string node;   // id in the graph
    std::string type;
    std::string label;
    std::string capital;  // label of the city that speaks for it, "" if there is none
};

enum class NameKind { name, demonym, capital, metonym };

struct KnownName {
    std::size_t thing = 0;  // index in Gazetteer::things()
    NameKind kind = NameKind::name;
    std::string city;  // of a capital: the city's preferred name, "Kyiv" for "Kiev"
};

// Rows as docs/gazetteer.md explains them.
class Gazetteer {
public:
    struct Table {
        std::string_view text;
        std::string_view file_name;  // for messages
    };

    explicit Gazetteer(const std::vector<Table>& tables);
    Gazetteer(std::string_view table, std::string_view file_name) : Gazetteer({Table{table, file_name}}) {}

    const std::vector<KnownThing>& things() const { return things_; }
    // What a surface form, spelt exactly so, may mean; nullptr if it is not known. One thing for each kind of name: a city
    // that is a place of its own and a capital has two meanings.
    const std::vector<KnownName>* find(std::string_view surface) const;
    // Tokens of the longest surface form that may begin with the token; 0 if there is none.
    std::size_t longest(std::string_view first_token) const;

private:
    void add_table(const Table& table);
    // The thing that has the name already, if there is one.
    std::size_t add(std::string_view surface, const KnownName& name);

    std::vector<KnownThing> things_;
    TextMap<std::vector<KnownName>> names_;
    TextMap<std::size_t> longest_;  // by the first word
};

// The tables of extract/data/ that are compiled in.
Gazetteer known_things();

enum class Sex { unknown, male, female };

// extract/data/forenames.tsv. Names are compared without accents.
class Forenames {
public:
    Forenames(std::string_view table, std::string_view file_name);

    bool has(std::string_view forename) const { return sex(forename) != Sex::unknown; }
    Sex sex(std::string_view forename) const;

private:
    TextMap<Sex> sexes_;
};

struct NameHead {
    std::string type;
    bool demonym = false;
    bool plural = false;
};

// extract/data/names.tsv.
class NameWords {
public:
    NameWords(std::string_view table, std::string_view file_name);

    bool has(std::string_view list, std::string_view word) const { return lists_.has(list, word); }
    bool is_title(std::string_view words) const;  // with points or without: "CEO", "C.E.O."
    const NameHead* head(std::string_view noun) const;
    std::string_view hypernym_type(std::string_view noun) const;  // "" if it is none
    std::size_t number(std::string_view word) const { return count(numbers_, word); }        // "two"; 0 if it is none
    std::size_t collective(std::string_view noun) const { return count(collectives_, noun); }  // how many "pair" means; 0
    std::string_view several_type(std::string_view noun) const;  // of the things that "governments" means; "" if it is none

private:
    static std::size_t count(const TextMap<std::size_t>& counts, std::string_view word);

    WordLists lists_;
    TextMap<NameHead> heads_;
    TextMap<std::string> hypernyms_;
    TextMap<std::string> several_;
    TextMap<std::size_t> numbers_;
    TextMap<std::size_t> collectives_;
};

}  // namespace newsgraph
