// Finding names: what the model marks, what the gazetteer knows, what patterns say.
#include "extract/names/candidate_set.hpp"
#include "extract/names/known_names.hpp"
#include "extract/names/name_types.hpp"
#include "extract/names/names.hpp"
#include "extract/names/normalize.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace newsgraph::detail {

namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

class Finder {
public:
    Finder(const Tree& tree, const Gazetteer& gazetteer, const NameWords& words, const Forenames& forenames,
           const Layout& layout)
        : tree_(tree), gazetteer_(gazetteer), words_(words), forenames_(forenames), layout_(layout),
          types_(tree, words, forenames), set_(tree, layout) {}

    std::vector<Candidate> run() {
        for (const auto& span : tree_.doc().entities()) add_model_name(span);
        add_known_names(tree_, gazetteer_, words_, types_, set_);
        add_headed_names();
        add_hypernym_names();
        add_company_names();
        add_called_persons();
        add_acronyms();
        for (auto& c : found_) types_.correct(c);
        correct_surnames();
        part_joined_names();
        add_repeated_names();
        add_capital_phrases();
        return resolved();
    }

private:
    std::string_view text(Index begin, Index end) const { return tree_.doc().text_of(nlp::Span{begin, end, {}}); }

    void add(Index begin, Index end, std::string_view type, bool pattern = false) { set_.add(begin, end, type, pattern); }

    // Without articles, titles, quotes and possessive endings at its ends.
    void trim(Index& begin, Index& end, std::string_view type) const {
        const auto loose = [&](Index i) {
            const auto& t = tree_.token(i);
            return t.is_space || t.pos == "PUNCT" || t.tag == "POS" || t.pos == "DET" || t.tag == "PRP$" || t.tag == "IN" ||
                   t.pos == "SYM" || t.tag == "CC";
        };
        // "World Health Organization (WHO" without the bracket that closes.
        for (Index i = begin + 1, open = no_index; i < end; ++i) {
            if (tree_.text(i) == "(") open = i;
            if (tree_.text(i) == ")") open = no_index;
            if (i + 1 == end && open != no_index) end = open;
        }
        // "Acme's CEO" is somebody at Acme.
        for (Index i = begin + 1; i + 1 < end; ++i) {
            if (tree_.token(i).tag == "POS" && words_.is_title(text(i + 1, end))) end = i;
        }
        if (end > begin + 3 && tree_.text(end - 2) == "/" && words_.has("company", text(end - 3, end))) end -= 3;  // "A/S"
        while (end > begin && loose(end - 1) && tree_.text(end - 1) != ")") --end;
        while (begin < end && loose(begin)) ++begin;
        // "Dutch research institute Delft Photonics" ends with a name.
        for (Index i = begin; i + 1 < end; ++i) {
            if (tree_.token(i).tag == "NN" && !starts_name(tree_.text(i)) && is_proper(tree_.token(i + 1))) begin = i + 1;
        }
        // "People's Force party", "UGT union"
        if (type == "organization" && end - begin > 1 && tree_.token(end - 1).tag == "NN" && is_lower(tree_.text(end - 1).front()) &&
            starts_name(tree_.text(end - 2)) && words_.has("nominal_organization", tree_.lemma(end - 1))) --end;
        // "central London"
        while (type == "place" && begin + 1 < end && tree_.token(begin).tag == "JJ" && is_lower(tree_.text(begin).front()) &&
               starts_name(tree_.text(begin + 1))) ++begin;
        if (end - begin > 1 && words_.has("ship", tree_.text(begin))) ++begin;
        if (type != "person") return;
        for (Index size = 3; size > 0; --size) {
            if (begin + size >= end || !words_.has("title", text(begin, begin + size))) continue;
            begin += size;
            size = 4;
        }
        if (end - begin > 1) {  // "Ukrainian Zelensky", "Reuters Smith"
            const auto* known = gazetteer_.find(tree_.text(begin));
            if (known != nullptr && known->front().kind == NameKind::demonym) ++begin;
        }
    }

    bool is_junk(Index begin, Index end, std::string_view type) const {
        if (begin >= end || end - begin > 12) return true;
        if (end - begin == 1 && words_.has("junk", tree_.text(begin))) return true;
        bool proper = false;
        bool letters = false;
        for (Index i = begin; i < end; ++i) {
            const auto word = tree_.text(i);
            if (tree_.token(i).is_space || word.find_first_of("$%/<>=*+@#\n") != std::string_view::npos) return true;
            proper = proper || is_proper(tree_.token(i)) || (type == "group" && tree_.token(i).pos == "ADJ") ||
                     (starts_name(word) && tree_.is_noun(i));
            letters = letters || std::any_of(word.begin(), word.end(), [](char c) {
                          return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80;
                      });
        }
        // In posts and the like, the names model tells names in small letters too.
        const bool small = !starts_name(tree_.text(begin)) && (type == "person" || type == "organization" || type == "place");
        if (!letters || (!small && (!proper || !starts_name(tree_.text(begin))))) return true;
        if (type == "person") return is_junk_person(begin, end);
        if (type == "organization" && is_made_of_endings(begin, end)) return true;
        // "Shr 62": figures that the model takes for laws.
        if (type == "agreement" && tree_.token(end - 1).tag == "CD") return true;
        return text(begin, end).size() < 2;
    }

    // "Co Ltd"
    bool is_made_of_endings(Index begin, Index end) const {
        while (begin < end && words_.has("company", tree_.text(begin))) ++begin;
        return begin == end;
    }

    bool is_junk_person(Index begin, Index end) const {
        if (text(begin, end).find_first_of("0123456789()") != std::string::npos || end - begin > 6) return true;
        if (words_.has("title", text(begin, end))) return true;
        return starts_name(tree_.text(begin)) && !is_proper(tree_.token(end - 1));
    }

    void add_model_name(const nlp::Span& span) {
        const auto type = type_of_label(span.label);
        if (type.empty()) return;
        // "Paris-based Renault" is two names, "Oslo-born" is one and a participle.
        for (Index i = span.begin + 1; i + 1 < span.end; ++i) {
            if (tree_.text(i) != "-" || tree_.token(i + 1).tag != "VBN" || starts_name(tree_.text(i + 1))) continue;
            const bool of_place = words_.has("hyphen_place", tree_.text(i + 1));
            add_name(span.begin, i, of_place ? "place" : type);
            if (i + 2 < span.end) add_name(i + 2, span.end, of_place && type == "place" ? "organization" : type);
            return;
        }
        add_name(span.begin, span.end, type);
    }

    void add_name(Index begin, Index end, std::string_view type) {
        trim(begin, end, type);
        // "Mrs Obi" is a person whatever the model takes it for.
        const bool addressed = type != "person" && end - begin > 1 && is_address(begin);
        if (addressed) trim(begin, end, "person");
        const std::string_view final_type = addressed ? "person" : type;
        if (final_type == "person") end = types_.end_with_particles(begin, end);
        if (final_type == "person") begin = types_.begin_with_particles(begin);
        if (is_junk(begin, end, final_type) || is_part_of_title(begin, end)) return;
        if (final_type == "group" && !is_group(begin, end)) return;
        add(begin, end, final_type);
    }

    bool is_address(Index i) const { return words_.has("address", tree_.text(i)); }

    // "Justice" of "Justice Minister Smith"
    bool is_part_of_title(Index begin, Index end) const {
        return end < tree_.size() && tree_.sentence(end) == tree_.sentence(begin) && words_.has("title", text(begin, end + 1));
    }

    // Peoples and camps: nouns ("the Kurds", "Republicans"), not adjectives that only describe ("Western").
    bool is_group(Index begin, Index end) const {
        return tree_.is_noun(end - 1) && !(tree_.has_dep(end - 1, {"amod"})) && end > begin;
    }

    // "Minsk accords", "2024 NATO summit", "the Russia-Ukraine war".
    void add_headed_names() {
        for (Index i = 1; i < tree_.size(); ++i) {
            if (!tree_.is_noun(i)) continue;
            const auto* head = words_.head(tree_.lemma(i));
            if (head == nullptr || (!head->plural && tree_.token(i).tag == "NNS")) continue;
            if (head->plural && tree_.head(i) == i + 1 && tree_.has_dep(i, {"compound"})) continue;
            Index begin = i;
            bool named = false;
            while (begin > 0 && tree_.sentence(begin - 1) == tree_.sentence(i) && extends_name(begin - 1, i, *head, named)) {
                --begin;
            }
            while (begin < i && (tree_.text(begin) == "-" || !starts_name(tree_.text(begin)))) ++begin;
            if (named && begin < i) add(begin, i + 1, head->type, true);
        }
    }

    bool extends_name(Index i, Index noun, const NameHead& head, bool& named) const {
        const auto& t = tree_.token(i);
        if (t.head < static_cast<std::int32_t>(i) || static_cast<Index>(t.head) > noun) return false;
        if (is_proper(t)) {
            const auto* known = gazetteer_.find(tree_.text(i));
            const bool adjective = known != nullptr && known->front().kind == NameKind::demonym;
            if (!words_.has("title", tree_.text(i)) && (!adjective || head.demonym)) named = true;
            return true;
        }
        if (t.tag == "CD") return tree_.text(i).size() == 4 && head.type == "event";
        if (t.tag == "HYPH" || tree_.text(i) == "-") return i > 0 && is_proper(tree_.token(i - 1));
        if (head.demonym && t.pos == "ADJ" && starts_name(tree_.text(i))) {
            named = true;
            return true;
        }
        return false;
    }

    // "missiles like Storm Shadow": the noun tells the type.
    void add_hypernym_names() {
        for (Index i = 0; i < tree_.size(); ++i) {
            if (!tree_.is_noun(i)) continue;
            const auto type = words_.hypernym_type(tree_.lemma(i));
            if (type.empty()) continue;
            for (const Index c : tree_.children(i)) {
                if (tree_.has_dep(c, {"appos"})) retype(c, type, true);
                if (!tree_.has_dep(c, {"prep"}) || (tree_.lemma(c) != "like" && tree_.lemma(c) != "as")) continue;
                const auto object = tree_.child(c, {"pobj"});
                if (object == no_index) continue;
                for (const Index o : tree_.conjuncts(object)) retype(o, type, false);
            }
        }
    }

    // The name that ends at `noun` gets the type; an unmarked run of proper nouns becomes a name.
    // `sure`: the noun says what the name is, it does not only compare ("groups like X").
    void retype(Index noun, std::string_view type, bool sure) {
        if (!is_proper(tree_.token(noun))) return;
        if (covering_[noun] != no_name) {
            auto& c = found_[covering_[noun]];
            const bool person = c.type == "person" && ((!sure && forenames_.has(tree_.text(c.begin))) || types_.is_titled(c));
            if (c.known != no_name || person || (!sure && c.type == "organization" && type == "product")) return;
            c.type = type;
            c.from_pattern = c.from_pattern || sure;
            return;
        }
        Index begin = noun;
        while (begin > 0 && is_proper(tree_.token(begin - 1)) && tree_.head(begin - 1) == noun) --begin;
        if (!is_junk(begin, noun + 1, type)) add(begin, noun + 1, type, true);
    }

    // "Security Service of Ukraine (SBU)".
    void add_acronyms() {
        const auto count = found_.size();
        for (std::size_t k = 0; k < count; ++k) {
            const auto end = found_[k].end;
            if (found_[k].type != "organization" || end + 2 >= tree_.size()) continue;
            if (tree_.text(end) != "(" || tree_.text(end + 2) != ")") continue;
            const auto word = tree_.text(end + 1);
            if (word.size() < 2 || word.size() > 8 || !std::all_of(word.begin(), word.end(), is_upper)) continue;
            if (gazetteer_.find(word) == nullptr) add(end + 1, end + 2, "organization", true);
        }
    }

    // "Torvald Shipping", "Acme Ltd": capitalised words up to one that names of organizations end with.
    void add_company_names() {
        for (Index i = 1; i < tree_.size(); ++i) {
            if (!starts_name(tree_.text(i))) continue;
            const bool company = words_.has("company", tree_.text(i));
            if (covering_[i] != no_name) {
                Candidate& c = found_[covering_[i]];
                if (company && c.known == no_name && c.type == "person" && c.begin < i && c.end == i + 1) c.type = "organization";
                continue;
            }
            const bool ending = i + 3 < tree_.size() && tree_.text(i + 2) == "/" &&  // "A/S"
                                words_.has("company", std::string(tree_.text(i + 1)).append("/").append(tree_.text(i + 3)));
            const bool more = !ending && i + 1 < tree_.size() && is_proper(tree_.token(i + 1)) && covering_[i + 1] == no_name;
            if (!company && !ending && (more || !words_.has("organization_word", tree_.text(i)) || !is_proper(tree_.token(i)))) continue;
            Index begin = i;
            while (begin > 0 && may_be_of_company(begin - 1, company || ending) && is_proper(tree_.token(begin - 1)) &&
                   tree_.sentence(begin - 1) == tree_.sentence(i)) {
                --begin;
            }
            if (begin < i && !is_made_of_endings(begin, i + 1)) add(begin, i + 1, "organization", true);
        }
    }

    // "Volodymyr Zelenskyy" where the model sees nothing: a forename and a capitalised word behind it that are all of a run of
    // proper nouns and take part in a clause.
    void add_called_persons() {
        for (Index i = 0; i + 1 < tree_.size(); ++i) {
            if (i < layout_.headline_end || !may_be_called(i) || !forenames_.has(tree_.text(i)) || !may_be_called(i + 1)) continue;
            const bool first = i == 0 || !is_proper(tree_.token(i - 1)) || tree_.sentence(i - 1) != tree_.sentence(i) || types_.is_title(i - 1);
            const bool last = i + 2 == tree_.size() || !is_proper(tree_.token(i + 2)) || tree_.sentence(i + 2) != tree_.sentence(i);
            const bool one_sentence = tree_.sentence(i) == tree_.sentence(i + 1);
            const bool takes_part = tree_.head(i) == i + 1 && tree_.has_dep(i + 1, {"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj"});
            if (first && last && one_sentence && takes_part) add(i, i + 2, "person", true);
        }
    }

    bool may_be_called(Index i) const {
        const auto word = tree_.text(i);
        return covering_[i] == no_name && is_proper(tree_.token(i)) && is_upper(word.front()) && word.size() > 2 &&
               std::any_of(word.begin(), word.end(), is_lower) && !words_.has("organization_word", word) && !words_.has("company", word) &&
               !words_.has("junk", word);
    }

    // In front of "Ltd" or "A/S" the founder's name is the firm's.
    bool may_be_of_company(Index i, bool ending) const {
        if (covering_[i] == no_name) return true;
        const Candidate& c = found_[covering_[i]];
        return ending && c.known == no_name && c.type == "person" && !types_.is_titled(c);
    }

    // "Hamilton won" where the article has Lewis Hamilton: places win less often.
    void correct_surnames() {
        std::set<std::string_view> surnames;
        for (const auto& c : found_) {
            if (c.type == "person" && c.end - c.begin > 1 && !c.headline) surnames.insert(tree_.text(c.end - 1));
        }
        for (auto& c : found_) {
            const bool place = c.type == "place" && c.end - c.begin == 1 && c.known == no_name && c.label.empty();
            if (place && tree_.has_dep(c.begin, {"nsubj", "nsubjpass"}) && surnames.contains(tree_.text(c.begin))) c.type = "person";
        }
    }

    // "Torvald Motors' Skagen Holdings" where the article has Torvald Motors, "Torvald Motors and Skagen Holdings" where it has
    // either: two names.
    void part_joined_names() {
        std::map<std::string_view, std::string, std::less<>> types;  // by the words
        for (const auto& c : found_) types.emplace(text(c.begin, c.end), c.type);
        const auto count = found_.size();
        for (std::size_t k = 0; k < count; ++k) {
            if (found_[k].type != "organization" || found_[k].known != no_name) continue;
            for (Index i = found_[k].begin + 1; i + 1 < found_[k].end; ++i) {
                if (tree_.token(i).tag != "POS" && tree_.token(i).tag != "CC") continue;
                const auto first = types.find(text(found_[k].begin, i));
                const auto second = types.find(text(i + 1, found_[k].end));
                const bool both = first != types.end() && second != types.end();
                const bool owns = first != types.end() && tree_.token(i).tag == "POS" && starts_name(tree_.text(i + 1)) &&
                                  !is_made_of_endings(i + 1, found_[k].end);
                if (!both && !owns) continue;
                add(found_[k].begin, i, first->second);
                found_[k].begin = i + 1;
                if (both) found_[k].type = second->second;
                break;
            }
        }
    }

    // A name that was marked once is one wherever its words stand again; of a person, the surname is enough, of an
    // organization the last word behind "the" ("the Ledger").
    void add_repeated_names() {
        std::map<std::string, std::string, std::less<>> types;       // by the words
        std::map<std::string, std::string, std::less<>> last_words;  // of organizations and works
        Index longest = 1;
        for (const auto& c : found_) {
            if (c.known != no_name || c.headline || c.kind != "name" || c.type == "group") continue;
            const auto last = tree_.text(c.end - 1);
            if (last.size() < 3 || !starts_name(last)) continue;
            const bool single = c.end - c.begin == 1;
            if (c.type == "person" && is_proper(tree_.token(c.end - 1))) types.emplace(last, c.type);
            if (!single || c.type == "organization") types.emplace(text(c.begin, c.end), c.type);
            if (!single && (c.type == "organization" || c.type == "work")) last_words.emplace(last, c.type);
            longest = std::max(longest, c.end - c.begin);
        }
        for (Index i = 0; i < tree_.size(); ++i) {
            if (covering_[i] != no_name || !starts_name(tree_.text(i))) continue;
            if (const Index end = end_of_repeated(i, longest, types); end > i) {
                add(i, end, types.find(text(i, end))->second);
            } else if (i > 0 && (tree_.text(i - 1) == "the" || tree_.text(i - 1) == "The") && stands_alone(i, i + 1)) {
                const auto found = last_words.find(tree_.text(i));
                if (found != last_words.end()) add(i, i + 1, found->second);
            }
        }
    }

    Index end_of_repeated(Index begin, Index longest, const std::map<std::string, std::string, std::less<>>& types) const {
        for (Index size = std::min(longest, tree_.size() - begin); size > 0; --size) {
            const Index end = begin + size;
            if (tree_.sentence(end - 1) != tree_.sentence(begin) || !types.contains(text(begin, end))) continue;
            bool free = true;
            for (Index i = begin; i < end; ++i) free = free && covering_[i] == no_name;
            if (!free || words_.has("junk", text(begin, end)) || (size == 1 && tree_.is_verb(begin))) continue;
            if (stands_alone(begin, end)) return end;
        }
        return begin;
    }

    // A part of a longer run of proper nouns may be something else ("Paris Hilton Hotels").
    bool stands_alone(Index begin, Index end) const {
        const auto is_more = [&](Index i) { return covering_[i] == no_name && is_proper(tree_.token(i)) && !types_.is_title(i); };
        return (begin == 0 || !is_more(begin - 1)) && (end == tree_.size() || !is_more(end));
    }

    // "the French capital" is Paris.
    void add_capital_phrases() {
        const auto count = found_.size();
        for (std::size_t k = 0; k < count; ++k) {
            if (found_[k].kind != "demonym" || found_[k].known == no_name) continue;
            const auto noun = found_[k].end;
            const auto& country = gazetteer_.things()[found_[k].known];
            if (noun >= tree_.size() || country.capital.empty() || !words_.has("capital", tree_.lemma(noun))) continue;
            if (tree_.token(noun).tag != "NN" || tree_.has_dep(noun, {"compound"})) continue;
            add(found_[k].begin, noun + 1, "place", true);
            found_.back().kind = "nominal";
            found_.back().label = country.capital;
        }
    }

    static int rank(const Candidate& c) { return c.from_pattern ? 2 : c.known != no_name || !c.label.empty() ? 1 : 0; }

    // Longer ones win; among equals patterns, then known names, then the model's. A known name inside another stays as
    // an inner mention; anything else that overlaps goes.
    std::vector<Candidate> resolved() {
        std::stable_sort(found_.begin(), found_.end(), [](const Candidate& a, const Candidate& b) {
            const auto size_a = a.end - a.begin;
            const auto size_b = b.end - b.begin;
            return size_a != size_b ? size_a > size_b : rank(a) > rank(b);
        });
        std::vector<Candidate> kept;
        std::vector<std::size_t> outer(tree_.size(), no_name);  // per token: the kept candidate that covers it
        for (auto& c : found_) {
            if (layout_.in_dateline(c.begin)) continue;
            std::size_t around = no_name;
            bool clash = false;
            for (Index i = c.begin; i < c.end; ++i) {
                clash = clash || (i > c.begin && outer[i] != around);
                around = outer[i];
            }
            if (around != no_name && !clash) {
                const Candidate& k = kept[around];
                clash = (c.begin == k.begin && c.end == k.end) || k.inner || !may_hold(k, c);
            }
            if (clash) continue;
            c.inner = around != no_name;
            // An inner mention takes its tokens, so that nothing else can be inside there.
            for (Index i = c.begin; i < c.end; ++i) outer[i] = kept.size();
            kept.push_back(c);
        }
        std::sort(kept.begin(), kept.end(), [](const Candidate& a, const Candidate& b) {
            return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
        });
        return kept;
    }

    bool may_hold(const Candidate& outer, const Candidate& inner) const {
        if (inner.known == no_name) return false;
        return outer.type == "event" || outer.type == "agreement" || (outer.kind == "nominal" && inner.kind == "demonym") ||
               (outer.type == "organization" && inner.type == "country" && inner.kind == "name" &&
                (outer.known == no_name || is_of_country(outer, inner)));
    }

    // "US Navy", "Bank of Japan"; not "Islamic State of Iraq and Syria".
    bool is_of_country(const Candidate& organization, const Candidate& country) const {
        if (country.begin == organization.begin) return true;
        return country.end == organization.end && tree_.text(country.begin - 1) == "of";
    }

    const Tree& tree_;
    const Gazetteer& gazetteer_;
    const NameWords& words_;
    const Forenames& forenames_;
    const Layout& layout_;
    NameTypes types_;
    CandidateSet set_;
    std::vector<Candidate>& found_ = set_.found;
    std::vector<std::size_t>& covering_ = set_.covering;
};

}  // namespace

std::vector<Candidate> find_candidates(const Tree& tree, const Gazetteer& gazetteer, const NameWords& words,
                                       const Forenames& forenames, const Layout& layout) {
    return Finder(tree, gazetteer, words, forenames, layout).run();
}

}  // namespace newsgraph::detail
