#include "extract/names/pronoun_ranking.hpp"

#include "extract/data/tables.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace newsgraph::detail {

namespace {

constexpr std::size_t longest_path = 5;  // arcs on either side
constexpr char part_mark = '=';
constexpr char second_mark = '&';

// FNV-1a, by Fowler, Noll and Vo.
std::uint64_t hash(std::uint64_t seed, std::string_view text) {
    for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return seed;
}
constexpr std::uint64_t hash_seed = 14695981039346656037ULL;

int bin(int value, std::initializer_list<int> limits) {
    int result = 0;
    for (const int limit : limits) result += value >= limit ? 1 : 0;
    return result;
}

bool is_subject(const Tree& tree, Index i) { return tree.has_dep(i, {"nsubj", "nsubjpass"}); }

std::string_view part_of(const Tree& tree, Index i) {
    const auto dep = tree.token(i).dep;
    if (dep != "pobj" || tree.is_root(i) || tree.is_root(tree.head(i))) return dep;
    return tree.is_verb(tree.head(tree.head(i))) ? "pobj_v" : "pobj_n";
}

// Words from `i` up to the root.
std::vector<Index> upward(const Tree& tree, Index i) {
    std::vector<Index> result{i};
    while (!tree.is_root(result.back()) && result.size() < 60) result.push_back(tree.head(result.back()));
    return result;
}

// The arcs from both words to where their ways meet: "poss<dobj|nsubj".
std::string path_of(const Tree& tree, const std::vector<Index>& from, const std::vector<Index>& to, std::size_t& meet) {
    std::size_t a = from.size();
    std::size_t b = to.size();
    while (a > 0 && b > 0 && from[a - 1] == to[b - 1]) {
        --a;
        --b;
    }
    meet = b;
    std::string path;
    const auto write = [&](const std::vector<Index>& way, std::size_t end) {
        if (end > longest_path) {
            path += "far";
            return;
        }
        for (std::size_t i = 0; i < end; ++i) {
            if (i > 0) path += '<';
            path += tree.token(way[i]).dep;
        }
    };
    write(from, a);
    path += '|';
    write(to, b);
    return path;
}

int clauses_above(const Tree& tree, const std::vector<Index>& way) {
    return static_cast<int>(std::count_if(way.begin(), way.end(), [&](Index i) {
        return tree.has_dep(i, {"ccomp", "advcl", "relcl", "acl", "xcomp", "csubj", "pcomp"});
    }));
}

class Writer {
public:
    Writer(const Tree& tree, const Pronoun& pronoun, const Antecedent& antecedent, FeatureSum& sum)
        : tree_(tree), p_(pronoun), a_(antecedent), sum_(sum), mine_(part_of(tree, tree.first_conjunct(pronoun.at))),
          theirs_(part_of(tree, tree.first_conjunct(antecedent.head))) {}

    void run() {
        nature();
        place();
        parts();
        way();
    }

private:
    void nature() {
        sum_.add("type", a_.type);
        sum_.add("sex", a_.sex == Sex::unknown ? "unknown" : "known", p_.female ? "she" : "he");
        if (a_.other_pronouns > 0) sum_.add("other sex", a_.other_pronouns > a_.same_pronouns ? "mostly" : "sometimes");
        sum_.add("same sex", bin(a_.same_pronouns, {1, 2, 4}));
        if (a_.last_pronoun) sum_.add("last pronoun", mine_);
        sum_.add("names", bin(a_.names, {1, 2, 3, 5}), a_.subject_here ? "subject" : "");
        sum_.add("kind", a_.mention->kind, mine_);
        sum_.add("mentions", bin(a_.mentions, {1, 2, 3, 4, 6}));
        if (a_.first_person) sum_.add("first");
        const int words = static_cast<int>(a_.mention->end - a_.mention->begin);
        if (a_.mention->kind == "name") {
            sum_.add("words", std::min(words, 3), a_.type);
            // Of a forename that no list has, its end tells something.
            const auto word = tree_.text(a_.mention->begin);
            const bool plain = !word.empty() && word.back() >= 'a' && word.back() <= 'z';
            if (a_.sex == Sex::unknown && plain) sum_.add("end", word.substr(word.size() - 1), p_.female ? "she" : "he");
        }
        if (a_.with_article) sum_.add("article", a_.type);
        if (a_.barred) sum_.add("barred", p_.reflexive ? "reflexive" : "plain");
        if (tree_.token(a_.head).dep == "conj" || has_conjunct()) sum_.add("joined");
        sum_.add("quoted", p_.quoted ? "in" : "out", a_.quoted ? "in" : "out");
    }

    bool has_conjunct() const { return tree_.child(a_.head, {"conj"}) != no_index; }

    void place() {
        const bool behind = a_.mention->begin > p_.at;
        const int back = static_cast<int>(tree_.sentence(p_.at)) - static_cast<int>(tree_.sentence(a_.head));
        const std::string_view where = behind ? "behind" : back == 0 ? "same" : back == 1 ? "last" : "far";
        sum_.add("back", bin(back, {1, 2, 3, 4}), behind ? "behind" : "before");
        sum_.add("between", bin(a_.persons_between, {1, 2, 3, 5}), where);
        const int apart = behind ? static_cast<int>(a_.mention->begin - p_.at) : static_cast<int>(p_.at - a_.mention->end);
        sum_.add("apart", bin(apart, {2, 4, 8, 12, 18, 25, 40}), where);
        sum_.add("where", where, mine_);
    }

    void parts() {
        const int back = static_cast<int>(tree_.sentence(p_.at)) - static_cast<int>(tree_.sentence(a_.head));
        const std::string_view where = a_.mention->begin > p_.at ? "behind" : back == 0 ? "same" : back == 1 ? "last" : "far";
        sum_.add("part", theirs_, where);
        sum_.add("parts", theirs_, mine_);
        sum_.add(where == "same" ? "parts same" : where == "last" ? "parts last" : "parts else", theirs_, mine_);
        const Index head = tree_.first_conjunct(a_.head);
        const auto above = upward(tree_, head);
        const int deep = std::min(clauses_above(tree_, above), 3);
        if (is_subject(tree_, head)) {
            const Index verb = tree_.head(head);
            sum_.add("subject", deep, where);
            sum_.add("subject of", tree_.token(verb).dep, where);
            const Index begin = tree_.sentences()[tree_.sentence(head)].begin;
            if (a_.mention->begin <= begin + 1) sum_.add("opens", where);
        }
        if (tree_.has_dep(a_.head, {"compound"})) sum_.add("compound of", tree_.token(tree_.head(a_.head)).pos);
    }

    void way() {
        if (tree_.sentence(p_.at) != tree_.sentence(a_.head)) return;
        const bool behind = a_.mention->begin > p_.at;
        const auto from = upward(tree_, p_.at);
        const auto to = upward(tree_, tree_.first_conjunct(a_.head));
        std::size_t meet = 0;
        const auto path = path_of(tree_, from, to, meet);
        sum_.add(behind ? "path behind" : "path", path);
        const auto bar = path.find('|');
        // Does the name's verb stand above the pronoun?
        const bool commands = meet <= 1;
        sum_.add("commands", commands ? "yes" : "no", behind ? "behind" : "before");
        if (commands && is_subject(tree_, to.front())) {
            const int clauses = std::min(clauses_above(tree_, from) - clauses_above(tree_, to), 3);
            sum_.add("own subject", clauses, mine_);
            sum_.add("own subject by", std::string_view(path).substr(0, bar));
        }
    }

    const Tree& tree_;
    const Pronoun& p_;
    const Antecedent& a_;
    FeatureSum& sum_;
    std::string_view mine_;
    std::string_view theirs_;
};

}  // namespace

PronounWeights::PronounWeights(std::string_view table, std::string_view file_name) {
    for (const auto& row : data::read_rows(table)) {
        double weight = 0.0;
        const auto cell = row[1];
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
        if (error != std::errc() || end != cell.data() + cell.size()) data::fail(file_name, row.line, "no weight");
        weights_[hash(hash_seed, row[0])] = weight;
    }
}

double PronounWeights::of(std::uint64_t feature) const {
    const auto found = weights_.find(feature);
    return found == weights_.end() ? 0.0 : found->second;
}

void FeatureSum::add(std::string_view kind, std::string_view a, std::string_view b) {
    auto feature = hash(hash_seed, kind);
    if (!a.empty()) feature = hash(hash(feature, {&part_mark, 1}), a);
    if (!b.empty()) feature = hash(hash(feature, {&second_mark, 1}), b);
    sum_ += weights_.of(feature);
    if (names_ == nullptr) return;
    std::string name(kind);
    if (!a.empty()) name.append(1, part_mark).append(a);
    if (!b.empty()) name.append(1, second_mark).append(b);
    names_->push_back(std::move(name));
}

void FeatureSum::add(std::string_view kind, int value, std::string_view b) {
    std::array<char, 12> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    add(kind, std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())), b);
}

void add_features(const Tree& tree, const Pronoun& pronoun, const Antecedent& antecedent, FeatureSum& sum) {
    Writer(tree, pronoun, antecedent, sum).run();
}

void add_features_of_none(const Pronoun& pronoun, std::size_t candidates, bool unnamed, FeatureSum& sum) {
    sum.add("none", pronoun.female ? "she" : "he");
    sum.add("none of", static_cast<int>(std::min<std::size_t>(candidates, 3)));
    if (unnamed) sum.add("unnamed");
}

}  // namespace newsgraph::detail
