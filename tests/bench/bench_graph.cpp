// How long it takes, and how much memory, to keep many records, derive their graph and write it.
//
// usage: bench_graph [RECORDS [STATEMENTS [NAMES]]]
//
// Made-up records: STATEMENTS each, between things that a few records or thousands of them name.
#include "export/formats.hpp"
#include "graph/graphml_reader.hpp"
#include "graph/queries.hpp"
#include "tests/support/random_records.hpp"

#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

class Stage {
public:
    void done(const char* name) {
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        const double now = seconds(usage.ru_utime) + seconds(usage.ru_stime);
        std::printf("%-28s %8.3f CPU s   peak %6ld MB\n", name, now - begin_, usage.ru_maxrss / 1024);
        begin_ = now;
    }

private:
    static double seconds(const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; }

    double begin_ = 0.0;
};

class CountingSink : public Sink {
public:
    void write(std::string_view bytes) override { size_ += bytes.size(); }
    std::size_t size() const { return size_; }

private:
    std::size_t size_ = 0;
};

// Small numbers are far more likely than large ones, as with the names in the news.
std::size_t skewed(Dice& dice, std::size_t count) {
    return dice.below(1 + dice.below(1 + dice.below(count)));
}

Record made_up(Dice& dice, std::size_t number, std::size_t statements, std::size_t names) {
    MakeRecord record("https://example.org/news/" + std::to_string(number));
    record.dated("2026-01-" + std::to_string(10 + dice.below(20))).from("Example", "Title " + std::to_string(number));
    constexpr std::size_t entities = 12;
    for (std::size_t i = 0; i < entities; ++i) {
        const std::string name = std::to_string(skewed(dice, names));
        record.entity("e" + std::to_string(i), "person:given-" + name + "-family" + name, "Given" + name + " Family" + name, "person",
                      {"Family" + name, "Family" + name});
    }
    const std::vector<std::string> relations = {"attacks", "meets", "accuses", "supports", "leads", "visits"};
    for (std::size_t i = 0; i < statements; ++i) {
        const std::string sentence = "In sentence " + std::to_string(i) + " of article " + std::to_string(number) +
                                     " somebody said that one of them attacked the other one, and was not believed.";
        record.says(sentence, "e" + std::to_string(dice.below(entities)), dice.of(relations),
                    "e" + std::to_string(dice.below(entities)), "attacked", 0.7);
    }
    return record;
}

std::size_t argument(int count, char** arguments, int index, std::size_t fallback) {
    return index < count ? std::strtoull(arguments[index], nullptr, 10) : fallback;
}

}  // namespace

int main(int count, char** arguments) {
    const std::size_t records = argument(count, arguments, 1, 10000);
    const std::size_t statements = argument(count, arguments, 2, 20);
    const std::size_t names = argument(count, arguments, 3, 60000);
    Dice dice(1);
    Stage stage;
    EvidenceStore store;
    for (std::size_t i = 0; i < records; ++i) {
        store.add(made_up(dice, i, statements, names));
    }
    store.commit();
    stage.done("make and keep records");
    const EvidenceSet evidence = store.load();
    stage.done("load evidence");
    const Resolution resolution = resolve(evidence);
    stage.done("resolve");
    const KnowledgeGraph graph = derive_graph(evidence, resolution, some_relations());
    stage.done("derive");
    StringSink graphml;
    format_named("graphml")->write(graph, {}, graphml);
    stage.done("write GraphML");
    CountingSink dot;
    format_named("dot")->write(graph, {}, dot);
    stage.done("write DOT");
    const KnowledgeGraph again = parse_graphml(graphml.text(), "bench");
    stage.done("read GraphML");
    find_node(again, "Family77");
    find_node(again, "Famly77 Given77");
    stage.done("find a name, and near ones");
    NeighborOptions options;
    options.depth = 2;
    const Neighbors found = neighbors(again, {0}, options);
    stage.done("neighbors, depth 2");
    std::printf("%zu records, %zu statements: %zu nodes, %zu edges; GraphML %zu MB, DOT %zu MB; %zu neighbors\n", records,
                evidence.statements.size(), graph.nodes().size(), graph.edges().size(), graphml.text().size() >> 20U,
                dot.size() >> 20U, found.total);
    return again.nodes().size() == graph.nodes().size() && again.edges().size() == graph.edges().size() ? 0 : 1;
}
