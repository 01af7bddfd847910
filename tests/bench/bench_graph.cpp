// How long it takes, and how much memory, to keep many records, derive their graph and write it.
//
// usage: bench_graph [ARTICLES [dot]]
//
// Made-up articles (made_up_news.hpp) of ten statements. DOT takes longest by far, for it is drawn: only if asked for.
#include "export/formats.hpp"
#include "graph/graphml_reader.hpp"
#include "graph/queries.hpp"
#include "tests/bench/made_up_news.hpp"
#include "tests/bench/stage.hpp"
#include "tests/support/make_record.hpp"

#include <cstdio>
#include <cstdlib>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

class CountingSink : public Sink {
public:
    void write(std::string_view bytes) override { size_ += bytes.size(); }
    std::size_t size() const { return size_; }

private:
    std::size_t size_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
    const std::size_t articles = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 10000;
    bench::MadeUpNews news(articles);
    bench::Stage stage;
    EvidenceStore store;
    std::string name;
    for (std::size_t i = 0; i < articles; ++i) {
        const Record record = news.next().record;
        name = record.entities.front().label;
        store.add(record);
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
    if (count > 2) {
        CountingSink dot;
        format_named("dot")->write(graph, {}, dot);
        stage.done("write DOT");
    }
    const KnowledgeGraph again = parse_graphml(graphml.text(), "bench");
    stage.done("read GraphML");
    find_node(again, name);
    find_node(again, name + "x");
    stage.done("find a name, and near ones");
    NeighborOptions options;
    options.depth = 2;
    const Neighbors found = neighbors(again, {0}, options);
    stage.done("neighbors, depth 2");
    std::printf("%zu articles, %zu statements: %zu nodes, %zu edges; GraphML %zu MB; %zu neighbors\n", articles,
                evidence.statements.size(), graph.nodes().size(), graph.edges().size(), graphml.text().size() >> 20U,
                found.total);
    return again.nodes().size() == graph.nodes().size() && again.edges().size() == graph.edges().size() ? 0 : 1;
}
