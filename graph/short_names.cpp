#include "graph/short_names.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace newsgraph::detail {

namespace {

constexpr std::size_t much_shared = 2;     // groups that two documents have in common, and few others
constexpr std::size_t common_share = 10;   // a group in more than a tenth of the documents tells nothing,
constexpr std::size_t always_rare = 10;    // but one in so few always does,
constexpr std::size_t never_rare = 100;    // and one in more never; it bounds the work, too
constexpr std::size_t plenty_shared = 16;  // more makes no bearer likelier
constexpr std::size_t shortest_word = 4;   // letters of an organization's first word

// "smith" of "john smith"; "" if there is but one word.
std::string last_word(const std::string& key) {
    const std::size_t blank = key.rfind(' ');
    return blank == std::string::npos ? "" : key.substr(blank + 1);
}

std::string first_word(const std::string& key) {
    const std::size_t blank = key.find(' ');
    return blank == std::string::npos ? "" : key.substr(0, blank);
}

bool has_word(const Proposal& proposal, const std::string& word) {
    return std::any_of(proposal.labels.begin(), proposal.labels.end(), [&](const TypedName& label) {
        return (" " + label.second + " ").find(" " + word + " ") != std::string::npos;
    });
}

bool starts_with_word(const Proposal& proposal, const std::string& word) {
    return word.size() >= shortest_word &&
           std::any_of(proposal.labels.begin(), proposal.labels.end(), [&](const TypedName& label) {
               return label.first == "organization" && first_word(label.second) == word;
           });
}

// Names for which a longer label may stand: what else people are called, and acronyms; of other names of organizations only
// their first word, for "council" and "Bank of Canada" are a part of many names.
std::set<TypedName> short_names_of(const Proposal& proposal) {
    std::set<TypedName> out;
    for (const TypedName& name : proposal.names) {
        const bool of_organization = name.first == "organization" &&
                                     (!has_word(proposal, name.second) || starts_with_word(proposal, name.second));
        if (name.first == "person" || of_organization) {
            out.insert(name);
        }
    }
    for (const TypedName& label : proposal.labels) {
        if (label.first == "person" && !last_word(label.second).empty()) {
            out.emplace(label.first, last_word(label.second));
        }
    }
    return out;
}

bool says(const std::set<std::string>& titles, const std::set<std::string>& wanted) {
    return std::any_of(titles.begin(), titles.end(), [&](const std::string& title) { return wanted.contains(title); });
}

// One is addressed as a man, the other as a woman.
bool sexes_differ(const std::set<std::string>& a, const std::set<std::string>& b) {
    static const std::set<std::string> male = {"mr", "sir", "lord", "king", "prince", "father", "brother"};
    static const std::set<std::string> female = {"mrs", "ms", "miss", "lady", "queen", "princess", "sister", "madame"};
    return (says(a, male) && says(b, female) && !says(a, female) && !says(b, male)) ||
           (says(a, female) && says(b, male) && !says(a, male) && !says(b, female));
}

// What the groups of proposals are, and which stand together in documents.
class Context {
public:
    Context(const Proposals& proposals, Joiner& joiner) {
        std::set<std::uint32_t> all;
        for (std::size_t i = 0; i < proposals.list.size(); ++i) {
            const Proposal& proposal = proposals.list[i];
            const std::size_t group = joiner.group_of(i);
            places_[group].insert(proposal.places.begin(), proposal.places.end());
            titles_[group].insert(proposal.titles.begin(), proposal.titles.end());
            for (const std::uint32_t place : proposal.places) {
                in_[place].insert(group);
            }
            all.insert(proposal.places.begin(), proposal.places.end());
        }
        most_common_ = std::clamp(all.size() / common_share, always_rare, never_rare);
    }

    bool together(std::size_t a, std::size_t b) const {
        const auto& x = places_.at(a);
        const auto& y = places_.at(b);
        return std::any_of(x.begin(), x.end(), [&](std::uint32_t place) { return y.contains(place); });
    }

    // Groups that are rare and stand in a document of each, the most of any two documents; counting stops at `enough`.
    std::size_t shared(std::size_t a, std::size_t b, std::size_t enough) const {
        const auto& of_b = places_.at(b);
        std::size_t most = 0;
        for (const std::uint32_t x : places_.at(a)) {
            std::map<std::uint32_t, std::size_t> counts;  // document of `b` -> groups that it shares with x
            for (const std::size_t group : in_.at(x)) {
                const auto& where = places_.at(group);
                if (where.size() > most_common_) {
                    continue;
                }
                for (const std::uint32_t y : where) {
                    if (y != x && of_b.contains(y)) {
                        most = std::max(most, ++counts[y]);
                    }
                }
            }
            if (most >= enough) {
                return most;
            }
        }
        return most;
    }

    const std::set<std::string>& titles(std::size_t group) const { return titles_.at(group); }
    const std::set<std::uint32_t>& places(std::size_t group) const { return places_.at(group); }

private:
    std::map<std::size_t, std::set<std::uint32_t>> places_;  // group -> documents
    std::map<std::size_t, std::set<std::string>> titles_;
    std::map<std::uint32_t, std::set<std::size_t>> in_;      // document -> groups
    std::size_t most_common_ = 0;
};

class ShortNames {
public:
    ShortNames(const Proposals& proposals, Joiner& joiner) : proposals_(proposals), joiner_(joiner), context_(proposals, joiner) {}

    std::vector<Link> links() {
        find_bearers();
        std::vector<Link> out;
        std::set<std::size_t> done;  // groups
        for (std::size_t i = 0; i < proposals_.list.size(); ++i) {
            const std::size_t group = joiner_.group_of(i);
            if (joiner_.is_known(group) || done.contains(group)) {
                continue;
            }
            if (auto link = link_of(group)) {
                out.push_back(std::move(*link));
                done.insert(group);
            }
        }
        return out;
    }

private:
    void find_bearers() {
        for (std::size_t i = 0; i < proposals_.list.size(); ++i) {
            const std::size_t group = joiner_.group_of(i);
            members_[group].push_back(i);
            if (proposals_.list[i].bare) {
                for (const TypedName& label : proposals_.list[i].labels) {
                    bare_[label].insert(proposals_.list[i].places.begin(), proposals_.list[i].places.end());
                }
            }
            for (const TypedName& name : short_names_of(proposals_.list[i])) {
                bearers_[name].insert(group);
            }
            for (const TypedName& label : proposals_.list[i].labels) {
                lengths_[group] = std::max(lengths_[group], label.second.size());
            }
        }
    }

    // The one that is meant by a group's labels, if these are short names of one thing only.
    std::optional<Link> link_of(std::size_t group) const {
        std::optional<Link> found;
        for (const std::size_t member : members_.at(group)) {
            for (const TypedName& label : proposals_.list[member].labels) {
                const std::optional<std::size_t> bearer = meant(group, proposals_.list[member], label);
                if (!bearer) {
                    continue;
                }
                if (found && found->a != *bearer) {
                    return std::nullopt;
                }
                if (!found) {
                    found = Link{"short name", label.first, label.second, *bearer, group};
                }
            }
        }
        return found;
    }

    std::optional<std::size_t> meant(std::size_t group, const Proposal& proposal, const TypedName& label) const {
        const bool acronym = proposal.acronyms.contains(label);
        const auto all = bearers_.find(label);
        if (label.second.empty() || all == bearers_.end() || (label.first != "person" && !acronym && !proposal.bare)) {
            return std::nullopt;
        }
        std::vector<std::size_t> possible;
        for (const std::size_t bearer : all->second) {
            // An article may have both "Ukraine's Security Service" and "the SBU" without saying that they are one.
            const bool apart = (!acronym && context_.together(group, bearer)) ||
                               sexes_differ(context_.titles(group), context_.titles(bearer));
            if (bearer != group && lengths_.at(group) < lengths_.at(bearer) && !apart) {
                possible.push_back(bearer);
            }
        }
        if (label.first == "organization" && !acronym) {
            // "Senate" is not short for "Senate Armed Services Committee": many more documents have it alone.
            const std::size_t alone = bare_.at(label).size();
            std::erase_if(possible, [&](std::size_t bearer) {
                return context_.places(bearer).size() < alone || context_.shared(group, bearer, much_shared) < much_shared;
            });
            return possible.size() == 1 ? std::optional(possible.front()) : std::nullopt;
        }
        return possible.size() == 1 ? std::optional(possible.front()) : best_of(group, possible);
    }

    // Of several bearers: by title, then by what else the documents name.
    std::optional<std::size_t> best_of(std::size_t group, const std::vector<std::size_t>& possible) const {
        std::vector<std::size_t> titled;
        std::copy_if(possible.begin(), possible.end(), std::back_inserter(titled), [&](std::size_t bearer) {
            return says(context_.titles(group), context_.titles(bearer));
        });
        if (titled.size() == 1) {
            return titled.front();
        }
        std::size_t best = 0;
        std::size_t second = 0;
        std::optional<std::size_t> found;
        for (const std::size_t bearer : possible) {
            const std::size_t shared = context_.shared(group, bearer, plenty_shared);
            if (shared > best) {
                second = best;
                best = shared;
                found = bearer;
            } else {
                second = std::max(second, shared);
            }
        }
        return best >= much_shared && best >= 2 * second ? found : std::nullopt;
    }

    const Proposals& proposals_;
    Joiner& joiner_;
    Context context_;
    std::map<TypedName, std::set<std::size_t>> bearers_;        // short name -> groups that it may stand for
    std::map<TypedName, std::set<std::uint32_t>> bare_;         // documents that have no longer name for it
    std::map<std::size_t, std::vector<std::size_t>> members_;   // group -> proposals
    std::map<std::size_t, std::size_t> lengths_;                // group -> its longest label; the longer one is never the short
};

}  // namespace

std::vector<Link> short_name_links(const Proposals& proposals, Joiner& joiner) {
    return ShortNames(proposals, joiner).links();
}

std::vector<Link> one_word_links(const Proposals& proposals, Joiner& joiner) {
    static const std::set<std::string> kinds = {"organization", "product", "work"};
    std::map<std::string, std::set<std::size_t>> holders;  // label -> groups
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        for (const TypedName& label : proposals.list[i].labels) {
            if (kinds.contains(label.first) && !label.second.empty() && label.second.find(' ') == std::string::npos) {
                holders[label.second].insert(joiner.group_of(i));
            }
        }
    }
    const Context context(proposals, joiner);
    std::vector<Link> out;
    for (const auto& [label, groups] : holders) {
        for (auto a = groups.begin(); a != groups.end(); ++a) {
            for (auto b = std::next(a); b != groups.end(); ++b) {
                if (!context.together(*a, *b) && context.shared(*a, *b, much_shared) >= much_shared) {
                    out.push_back({"same label", "thing", label, *a, *b});
                }
            }
        }
    }
    return out;
}

}  // namespace newsgraph::detail
