#include "extract/relations/roles.hpp"

#include "extract/base/utf8.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace newsgraph {

namespace {

constexpr Index longest_role = 4;  // tokens: "chief executive officer", "secretary general"

class RoleFinder {
public:
    RoleFinder(const Tree& tree, const Names& names, const RelationTable& table, const ArgumentFinder& arguments)
        : tree_(tree), names_(names), table_(table), arguments_(arguments) {}

    std::vector<FoundRole> run() {
        for (std::size_t m = 0; m < names_.mentions.size(); ++m) {
            if (names_.thing_of(m).type == "person") read_title(m);
            if (names_.thing_of(m).type == "organization") read_owner(m);
            if (names_.thing_of(m).type == "product") read_maker(m);
            if (names_.thing_of(m).type == "place") read_where(m);
            if (names_.thing_of(m).type == "place") read_capital(m);
        }
        for (Index i = 0; i < tree_.size(); ++i) {
            if (tree_.token(i).pos == "NOUN" || tree_.token(i).pos == "PROPN") read_role_noun(i);
        }
        give_owners();
        return std::move(found_);
    }

private:
    // The words of a role that end before token `end`, longest first.
    struct Words {
        std::size_t relation = RelationTable::no_relation;
        Index begin = 0;
        std::string text;
    };

    // A title without its owner.
    struct Bare {
        std::size_t person = 0;  // mention
        std::size_t relation = 0;
        Index begin = 0;
        std::string text;
    };

    Words role_before(Index end, bool by_lemma) const {
        const std::string last = by_lemma ? tree_.lemma(end - 1) : utf8::ascii_lower(tree_.text(end - 1));
        if (!table_.may_end_role(last)) return {};
        for (Index size = std::min(longest_role, end); size > 0; --size) {
            const Index begin = end - size;
            if (tree_.sentence(begin) != tree_.sentence(end - 1)) continue;
            std::string key;
            for (Index i = begin; i < end; ++i) {
                // "secretary-general" is three tokens.
                if (i > begin && tree_.text(i) != "-" && tree_.text(i - 1) != "-") key += ' ';
                key += i + 1 == end ? last : utf8::ascii_lower(tree_.text(i));
            }
            const auto relation = table_.role(key);
            if (relation == RelationTable::no_relation) continue;
            return {relation, begin, std::string(tree_.doc().text_of(nlp::Span{begin, end, {}}))};
        }
        return {};
    }

    std::size_t mention_ending_at(Index end) const {
        if (end == 0) return no_name;
        const std::size_t mention = names_.at[end - 1];
        return mention != no_name && names_.mentions[mention].end == end ? mention : no_name;
    }

    void add(std::size_t relation, std::size_t holder, std::size_t of, Index begin, Index end, const std::string& role,
             const Factuality& factuality = {}) {
        if (holder == no_name || of == no_name) return;
        found_.push_back({relation, holder, of, begin, end, factuality, role});
    }

    // "French President Emmanuel Macron", "Apple's former chief executive Tim Cook"
    void read_title(std::size_t person) {
        const Index begin = names_.mentions[person].begin;
        if (begin == 0 || tree_.sentence(begin - 1) != tree_.sentence(begin)) return;
        const Words role = role_before(begin, false);
        if (role.relation == RelationTable::no_relation) return read_nationality(person);
        Index at = role.begin;
        while (at > 0 && table_.has("before_title", utf8::ascii_lower(tree_.text(at - 1)))) --at;
        if (at > 0 && tree_.token(at - 1).tag == "POS") --at;
        const std::size_t owner = at > 0 && tree_.sentence(at - 1) == tree_.sentence(begin) ? mention_ending_at(at) : no_name;
        if (owner != no_name) {
            add(role.relation, person, owner, role.begin, begin, role.text);
            return;
        }
        // A title alone waits for give_owners().
        if (!read_reign(person, role) && !read_of(person, role)) bare_.push_back({person, role.relation, role.begin, role.text});
    }

    // "President Amaka Obi of Nigeria"
    bool read_of(std::size_t person, const Words& role) {
        const auto& mention = names_.mentions[person];
        if (mention.end + 1 >= tree_.size() || tree_.text(mention.end) != "of") return false;
        const std::size_t owner = names_.at[mention.end + 1];
        if (owner == no_name || names_.mentions[owner].begin != mention.end + 1) return false;
        const auto& type = names_.thing_of(owner).type;
        if (type != "country" && type != "organization" && type != "place") return false;
        add(role.relation, person, owner, role.begin, mention.begin, role.text);
        return true;
    }

    // What is said with its owner.
    struct Taken {
        std::set<std::size_t> persons;   // who have a role
        std::set<std::string> at_home;   // roles in the state where the article was written
    };

    // A title without its owner ("Prime Minister Mads Frandsen") has the one that the same words have elsewhere in the
    // document: of this person, or, of what a state has one, of nobody by name ("the Danish prime minister") while only one
    // person has the title.
    void give_owners() {
        std::map<std::pair<std::size_t, std::string>, std::size_t> owned;  // person and words of a role -> mention of the first owner
        Taken taken;
        for (const FoundRole& role : found_) {
            const std::size_t person = names_.mentions[role.holder].thing;
            const std::string words = utf8::ascii_lower(role.role);
            owned.emplace(std::pair(person, words), role.of);
            taken.persons.insert(person);
            const bool home = names_.home != no_name && names_.mentions[role.of].thing == names_.mentions[names_.home].thing;
            if (home) taken.at_home.insert(words);
        }
        std::map<std::string, std::set<std::size_t>> holders;  // words of a role without its owner -> persons
        for (const Bare& bare : bare_) holders[utf8::ascii_lower(bare.text)].insert(names_.mentions[bare.person].thing);
        for (const Bare& bare : bare_) {
            const std::string words = utf8::ascii_lower(bare.text);
            const std::size_t person = names_.mentions[bare.person].thing;
            const auto own = owned.find(std::pair(person, words));
            std::size_t owner = own == owned.end() ? no_name : own->second;
            if (owner == no_name && table_.has("state_role", words) && holders[words].size() == 1) {
                const auto place = nameless_.find(words);
                owner = place != nameless_.end() ? place->second : state_of(bare, taken);
            }
            if (owner == no_name) continue;
            add(bare.relation, bare.person, owner, bare.begin, names_.mentions[bare.person].begin, bare.text);
        }
        move_owners();
    }

    // The state whose minister somebody is in an article that does not say so: that of the government spoken of just before,
    // else that in which the article was written, if nobody else has the title there.
    std::size_t state_of(const Bare& bare, const Taken& taken) const {
        if (const std::size_t state = government_before(bare.begin); state != no_name) return state;
        const bool other = taken.persons.contains(names_.mentions[bare.person].thing) || taken.at_home.contains(utf8::ascii_lower(bare.text));
        return other ? no_name : names_.home;
    }

    // "The Norwegian government supports the takeover. Finance Minister Kari Aune ...": of this sentence and the one before it.
    std::size_t government_before(Index title) const {
        const std::size_t sentence = tree_.sentence(title);
        for (Index i = title; i > 0 && tree_.sentence(i - 1) + 1 >= sentence; --i) {
            if (!table_.has("government", tree_.lemma(i - 1))) continue;
            for (const auto& owner : owners(i - 1, i - 1)) {
                if (names_.thing_of(owner.mention).type == "country") return owner.mention;
            }
        }
        return no_name;
    }

    // "Salvatierra's interior minister" works for what Salvatierra leads.
    void move_owners() {
        std::map<std::size_t, std::size_t> led;  // person -> mention of what he leads
        const auto leads = relation_named("leads");
        for (const FoundRole& role : found_) {
            if (role.relation == leads && role.factuality.is_actual() && names_.thing_of(role.of).type != "person") {
                led.emplace(names_.mentions[role.holder].thing, role.of);
            }
        }
        for (FoundRole& role : found_) {
            if (names_.thing_of(role.of).type != "person") continue;
            const auto of = led.find(names_.mentions[role.of].thing);
            if (of != led.end() && names_.mentions[role.holder].thing != of->first) role.of = of->second;
        }
    }

    // "Nigerian writer Femi Adeyemi", "Jamaica's Andre Clarke"
    void read_nationality(std::size_t person) {
        const auto relation = relation_named("citizen_of");
        const Index begin = names_.mentions[person].begin;
        if (relation == RelationTable::no_relation) return;
        if (tree_.token(begin - 1).tag == "POS") {
            const std::size_t country = mention_ending_at(begin - 1);
            if (country == no_name || names_.thing_of(country).type != "country") return;
            return add(relation, person, country, names_.mentions[country].begin, begin, {});
        }
        if (tree_.token(begin - 1).pos != "NOUN") return;
        Index at = begin - 1;
        while (at > 0 && names_.at[at - 1] == no_name && tree_.has_dep(at - 1, {"compound", "amod"})) --at;
        const std::size_t country = mention_ending_at(at);
        if (country == no_name || names_.mentions[country].kind != "demonym") return;
        add(relation, person, country, names_.mentions[country].begin, begin, {});
    }

    // "France, under President Emmanuel Macron", "Russian escalation under President Vladimir Putin"
    bool read_reign(std::size_t person, const Words& role) {
        const std::size_t before_it = found_.size();
        const Index word = names_.mentions[person].end - 1;
        if (!tree_.has_dep(word, {"pobj"}) || tree_.lemma(tree_.head(word)) != "under") return false;
        const Index under = tree_.head(word);
        if (tree_.is_root(under)) return false;
        const Index governor = tree_.head(under);
        std::vector<Index> heads{governor};
        if (tree_.is_verb(governor)) heads = arguments_.subjects(governor);
        for (const auto& owner : arguments_.arguments(heads, ArgumentFinder::End::target)) {
            if (names_.thing_of(owner.mention).type == "person") continue;
            add(role.relation, person, owner.mention, role.begin, names_.mentions[person].begin, role.text);
        }
        // "France, under President Emmanuel Macron, has ..." with the preposition on the verb
        if (const std::size_t before = under >= 2 && tree_.text(under - 1) == "," ? mention_ending_at(under - 1) : no_name;
            before != no_name && tree_.is_verb(governor)) {
            add(role.relation, person, before, role.begin, names_.mentions[person].begin, role.text);
        }
        return found_.size() > before_it;
    }

    std::size_t relation_named(std::string_view name) const {
        const Relation* relation = table_.find(name);
        return relation == nullptr ? RelationTable::no_relation
                                   : static_cast<std::size_t>(relation - table_.relations().data());
    }

    // The mention right before a name: "Ukraine's Security Service", "the Dutch institute Delft Photonics".
    std::size_t modifier_of(const NameMention& mention) const {
        Index at = mention.begin;
        const auto joins = [&](Index i) {
            return tree_.token(i).tag == "POS" ||
                   (names_.at[i] == no_name && (tree_.token(i).pos == "NOUN" || tree_.token(i).pos == "ADJ") &&
                    (tree_.has_dep(i, {"compound", "amod", "nmod"})));
        };
        while (at > 0 && joins(at - 1) && tree_.sentence(at - 1) == tree_.sentence(mention.begin)) --at;
        return at > 0 && tree_.sentence(at - 1) == tree_.sentence(mention.begin) ? mention_ending_at(at) : no_name;
    }

    // An organization and its country: part of the state, or a firm there.
    void read_owner(std::size_t organization) {
        const auto& mention = names_.mentions[organization];
        const bool of_state = is_state_body(mention);
        const auto relation = relation_named(of_state ? "part_of" : "located_in");
        if (relation == RelationTable::no_relation) return;
        const auto is_owner = [&](std::size_t m) {
            const auto& type = names_.thing_of(m).type;
            return type == "country" || (type == "place" && of_state);
        };
        if (const std::size_t before = modifier_of(mention); before != no_name && is_owner(before)) {
            add(relation, organization, before, mention.begin, mention.end, {});
        }
        if (!of_state) return;
        // Mentions come in the order of the text, an outer one before those inside.
        for (std::size_t m = organization + 1; m < names_.mentions.size(); ++m) {
            const auto& inner = names_.mentions[m];
            if (inner.begin > mention.end + 1) break;
            const bool inside = inner.inner && inner.begin >= mention.begin && inner.end <= mention.end;
            const bool of = !inner.inner && inner.begin == mention.end + 1 && tree_.text(mention.end) == "of";
            if ((inside || of) && is_owner(m)) add(relation, organization, m, mention.begin, mention.end, {});
        }
    }

    // "Kestrel's K7 processor", "its K7 processor", "Denmark's frigate Skagen"
    void read_maker(std::size_t product) {
        const auto& mention = names_.mentions[product];
        const std::size_t maker = modifier_of(mention);
        if (maker == no_name || !has_possessive(maker, mention.begin)) return;
        const auto& type = names_.thing_of(maker).type;
        const auto relation = relation_named(type == "country" ? "owns" : "produces");
        if (relation == RelationTable::no_relation || (type != "country" && type != "organization")) return;
        add(relation, maker, product, mention.begin, mention.end, {});
    }

    bool has_possessive(std::size_t owner, Index end) const {
        const auto& mention = names_.mentions[owner];
        if (tree_.token(mention.end - 1).tag == "PRP$") return true;
        for (Index i = mention.begin; i < end; ++i) {
            if (tree_.token(i).tag == "POS") return true;
        }
        return false;
    }

    // "Cochabamba, Bolivia", "Mosul in northern Iraq", "the Iraqi city of Mosul"
    void read_where(std::size_t place) {
        const auto relation = relation_named("located_in");
        const auto& mention = names_.mentions[place];
        if (relation == RelationTable::no_relation || mention.kind != "name") return;
        const Index head = mention.end - 1;
        std::vector<Index> heads = arguments_.noun_slot(head, {Slot::Kind::preposition, "in"});
        if (mention.end + 1 < tree_.size() && tree_.text(mention.end) == "," && tree_.head(mention.end + 1) == head &&
            tree_.has_dep(mention.end + 1, {"appos", "npadvmod"})) {
            heads.push_back(mention.end + 1);
        }
        if (tree_.has_dep(head, {"pobj"}) && tree_.lemma(tree_.head(head)) == "of" && !tree_.is_root(tree_.head(head))) {
            const Index noun = tree_.head(tree_.head(head));
            if (table_.has("kind_of_place", tree_.lemma(noun))) append_modifiers(noun, heads);
        }
        for (const auto& owner : arguments_.arguments(heads, ArgumentFinder::End::target)) {
            if (names_.thing_of(owner.mention).type == "country") add(relation, place, owner.mention, mention.begin, mention.end, {});
        }
    }

    // "Brasilia, the Brazilian capital": the whole is one more mention of the city, the country a name inside.
    void read_capital(std::size_t place) {
        const auto relation = relation_named("capital_of");
        const auto& mention = names_.mentions[place];
        const std::size_t country = place + 1;
        if (relation == RelationTable::no_relation || tree_.lemma(mention.end - 1) != "capital" || country >= names_.mentions.size()) return;
        const auto& inner = names_.mentions[country];
        if (!inner.inner || inner.end > mention.end || names_.thing_of(country).type != "country") return;
        add(relation, place, country, mention.begin, mention.end, {});
    }

    void append_modifiers(Index noun, std::vector<Index>& heads) const {
        for (const Index c : tree_.children(noun)) {
            if (tree_.has_dep(c, {"amod", "poss", "compound"})) heads.push_back(c);
        }
    }

    bool is_state_body(const NameMention& mention) const {
        for (Index i = mention.begin; i < mention.end; ++i) {
            if (table_.has("state_body", utf8::ascii_lower(tree_.text(i)))) return true;
        }
        return false;
    }

    // "Macron, the president of France", "France's president, Emmanuel Macron", "Macron is the president of France"
    void read_role_noun(Index noun) {
        if (names_.at[noun] != no_name) return;
        const Words role = role_before(noun + 1, true);
        if (role.relation == RelationTable::no_relation) return;
        auto holders = arguments_.arguments(arguments_.noun_slot(noun, {Slot::Kind::holder, {}}),
                                            ArgumentFinder::End::target);
        if (holders.empty()) holders = names_beside_owners(noun);
        const Factuality factuality = factuality_of_holder(tree_, table_, noun);
        if (holders.empty() && factuality.is_actual()) {
            for (const auto& owner : owners(noun, role.begin)) {
                if (owner.depth == 0) nameless_.emplace(utf8::ascii_lower(role.text), owner.mention);
            }
        }
        for (const auto& holder : holders) {
            if (holder.depth > 0 || names_.thing_of(holder.mention).type != "person") continue;
            for (const auto& owner : owners(noun, role.begin)) {
                add(role.relation, holder.mention, owner.mention, role.begin, noun + 1, role.text, factuality);
            }
        }
    }

    // "A lawyer for Banco Celta, Teresa Vidal, said": the parser hangs the person on the bank.
    std::vector<Argument> names_beside_owners(Index noun) const {
        std::vector<Index> beside;
        for (const Index owner : arguments_.role_owners(noun)) {
            for (const Index c : tree_.children(owner)) {
                if (c > owner && tree_.has_dep(c, {"appos"})) beside.push_back(c);
            }
        }
        return arguments_.arguments(beside, ArgumentFinder::End::target);
    }

    std::vector<Argument> owners(Index noun, Index begin) const {
        std::vector<Index> heads = arguments_.role_owners(noun);
        // "finance" of "finance director" belongs to the role.
        std::erase_if(heads, [&](Index i) { return i >= begin && i < noun; });
        return arguments_.arguments(heads, ArgumentFinder::End::target);
    }

    const Tree& tree_;
    const Names& names_;
    const RelationTable& table_;
    const ArgumentFinder& arguments_;
    std::vector<FoundRole> found_;

    std::vector<Bare> bare_;
    std::map<std::string, std::size_t> nameless_;  // words of a role without a name -> mention of its first owner
};

}  // namespace

std::vector<FoundRole> find_roles(const Tree& tree, const Names& names, const RelationTable& table,
                                  const ArgumentFinder& arguments) {
    return RoleFinder(tree, names, table, arguments).run();
}

}  // namespace newsgraph
