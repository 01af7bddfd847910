// In what ways two names can be one: spellings, short forms, transliterations. Rules are data (graph/data/). Pure functions
// of name keys (graph/names.hpp); O(length).
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsgraph {

// A name's key with each word in the form that stands for all its spellings ("mt cook" -> "mount cook", "u s senate" ->
// "us senate"); of a firm without its legal form ("general motors corp" -> "general motors"). People's names stay as they
// are. `type` is a node type.
std::string spelling_key(std::string_view type, const std::string& key);

// A firm's name without what says its kind of business: "torvald shipping" -> "torvald". Itself if nothing is left.
std::string business_core(const std::string& key);

// An office, a body or a force that many have: "council", "us navy" is not.
bool is_common_body(const std::string& key);

// First letters of the words, with and without the little ones: "uae", "fbi" and "fboi". None for a single word.
std::set<std::string> initials_of(const std::string& key);

// Equal for spellings of one sound: "zelensky", "zelenskyy", "selenskyj".
std::string sound_key(std::string_view word);

// The forenames that this one may be short for, and itself.
std::set<std::string> formal_forenames(const std::string& forename);

bool is_mans_title(const std::string& title);
bool is_womans_title(const std::string& title);
// "Minister", not "Mr" or "Dr", which do not tell one from another.
bool is_office(const std::string& title);

// A person's name by its parts; `first` is empty for a single word.
struct PersonName {
    std::string first;
    std::vector<std::string> middles;
    std::string last;
    std::string generation;  // "jr", "iii"
};

PersonName person_name(const std::string& key);

// How a name may differ and still be the same person's; the larger, the more has to speak for it.
enum class PersonMatch { same, middle_name, transliteration, nickname, initial, slip, none };

std::string_view to_string(PersonMatch match);

PersonMatch match_people(const PersonName& a, const PersonName& b);

// "Mark Felt" for "W. Mark Felt"; nothing for other names.
std::optional<PersonName> by_middle_name(const PersonName& name);

// One letter more, less or other in one word of two or more, behind its third letter.
bool is_slip(const std::string& key, const std::string& other);

}  // namespace newsgraph
