#include "extract/relations/roles.hpp"

#include <algorithm>

namespace newsgraph {

namespace {

constexpr Index longest_role = 4;  // words: "chief executive officer", "secretary general"

class RoleFinder {
public:
    RoleFinder(const Tree& tree, const Names& names, const RelationTable& table, const ArgumentFinder& arguments)
        : tree_(tree), names_(names), table_(table), arguments_(arguments) {}

    std::vector<FoundRole> run() {
        for (std::size_t m = 0; m < names_.mentions.size(); ++m) {
            if (names_.thing_of(m).type == "person") read_title(m);
            if (names_.thing_of(m).type == "organization") read_owner(m);
        }
        for (Index i = 0; i < tree_.size(); ++i) {
            if (tree_.token(i).pos == "NOUN" || tree_.token(i).pos == "PROPN") read_role_noun(i);
        }
        return std::move(found_);
    }

private:
    // The words of a role that end before token `end`, longest first.
    struct Words {
        std::size_t relation = RelationTable::no_relation;
        Index begin = 0;
        std::string text;
    };

    Words role_before(Index end, bool by_lemma) const {
        for (Index size = std::min(longest_role, end); size > 0; --size) {
            const Index begin = end - size;
            if (tree_.sentence(begin) != tree_.sentence(end - 1)) continue;
            std::string key;
            for (Index i = begin; i < end; ++i) {
                if (i > begin) key += ' ';
                key += i + 1 == end && by_lemma ? tree_.lemma(i) : lower(tree_.text(i));
            }
            const auto relation = table_.role(key);
            if (relation == RelationTable::no_relation) continue;
            return {relation, begin, std::string(tree_.doc().text_of(nlp::Span{begin, end, {}}))};
        }
        return {};
    }

    static std::string lower(std::string_view text) {
        std::string result(text);
        for (char& c : result) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        return result;
    }

    std::size_t mention_ending_at(Index end) const {
        if (end == 0) return no_name;
        const std::size_t mention = names_.at[end - 1];
        return mention != no_name && names_.mentions[mention].end == end ? mention : no_name;
    }

    void add(std::size_t relation, std::size_t holder, std::size_t of, Index begin, Index end, const std::string& role) {
        if (holder == no_name || of == no_name) return;
        found_.push_back({relation, holder, of, begin, end, role});
    }

    // "French President Emmanuel Macron", "Apple's former chief executive Tim Cook"
    void read_title(std::size_t person) {
        const Index begin = names_.mentions[person].begin;
        if (begin == 0 || tree_.sentence(begin - 1) != tree_.sentence(begin)) return;
        const Words role = role_before(begin, false);
        if (role.relation == RelationTable::no_relation) return;
        Index at = role.begin;
        while (at > 0 && table_.has("before_title", lower(tree_.text(at - 1)))) --at;
        if (at > 0 && tree_.token(at - 1).tag == "POS") --at;
        const std::size_t owner = at > 0 && tree_.sentence(at - 1) == tree_.sentence(begin) ? mention_ending_at(at) : no_name;
        if (owner != no_name) {
            add(role.relation, person, owner, role.begin, begin, role.text);
            return;
        }
        read_reign(person, role);
    }

    // "France, under President Emmanuel Macron", "Russian escalation under President Vladimir Putin"
    void read_reign(std::size_t person, const Words& role) {
        const Index word = names_.mentions[person].end - 1;
        if (!tree_.has_dep(word, {"pobj"}) || tree_.lemma(tree_.head(word)) != "under") return;
        const Index under = tree_.head(word);
        if (tree_.is_root(under)) return;
        const Index governor = tree_.head(under);
        std::vector<Index> heads{governor};
        if (tree_.is_verb(governor)) heads = arguments_.subjects(governor);
        for (const auto& owner : arguments_.arguments(heads, ArgumentFinder::End::target)) {
            if (names_.thing_of(owner.mention).type == "person") continue;
            add(role.relation, person, owner.mention, role.begin, word, role.text);
        }
        // "France, under President Emmanuel Macron, has ..." with the preposition on the verb
        if (const std::size_t before = under >= 2 && tree_.text(under - 1) == "," ? mention_ending_at(under - 1) : no_name;
            before != no_name && tree_.is_verb(governor)) {
            add(role.relation, person, before, role.begin, word, role.text);
        }
    }

    // "Ukraine's Security Service", "the Security Service of Ukraine", "the country's security service": the first two.
    void read_owner(std::size_t organization) {
        const Relation* part_of = table_.find("part_of");
        if (part_of == nullptr) return;
        const auto relation = static_cast<std::size_t>(part_of - table_.relations().data());
        const auto& mention = names_.mentions[organization];
        const auto text = [&](Index i) { return tree_.text(i); };
        if (!is_state_body(mention)) return;
        for (std::size_t m = 0; m < names_.mentions.size(); ++m) {
            const auto& inner = names_.mentions[m];
            const bool inside = inner.inner && inner.begin >= mention.begin && inner.end <= mention.end;
            const bool before = !inner.inner && (inner.end == mention.begin ||
                                                 (inner.end + 1 == mention.begin && tree_.token(inner.end).tag == "POS"));
            const bool of = !inner.inner && inner.begin == mention.end + 1 && text(mention.end) == "of";
            if (!inside && !before && !of) continue;
            const auto& type = names_.thing_of(m).type;
            if (type != "country" && type != "place") continue;
            add(relation, organization, m, mention.begin, mention.end, {});
        }
    }

    bool is_state_body(const NameMention& mention) const {
        for (Index i = mention.begin; i < mention.end; ++i) {
            if (table_.has("state_body", lower(tree_.text(i)))) return true;
        }
        return false;
    }

    // "Macron, the president of France", "France's president, Emmanuel Macron", "Macron is the president of France"
    void read_role_noun(Index noun) {
        if (names_.at[noun] != no_name) return;
        const Words role = role_before(noun + 1, true);
        if (role.relation == RelationTable::no_relation) return;
        const auto holders = arguments_.arguments(arguments_.noun_slot(noun, {Slot::Kind::holder, {}}),
                                                  ArgumentFinder::End::target);
        for (const auto& holder : holders) {
            if (holder.inside || names_.thing_of(holder.mention).type != "person") continue;
            for (const auto& owner : owners(noun, role.begin)) {
                add(role.relation, holder.mention, owner.mention, role.begin, noun + 1, role.text);
            }
        }
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
};

}  // namespace

std::vector<FoundRole> find_roles(const Tree& tree, const Names& names, const RelationTable& table,
                                  const ArgumentFinder& arguments) {
    return RoleFinder(tree, names, table, arguments).run();
}

}  // namespace newsgraph
