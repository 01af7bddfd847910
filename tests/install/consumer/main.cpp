// A program of somebody else: a record in, a drawing out.
#include "export/formats.hpp"
#include "extract/extractor.hpp"
#include "graph/evidence_store.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/resolution.hpp"

#include <iostream>

int main() {
    const newsgraph::Record record = newsgraph::record_from_json(
        R"({"doc":"a","text":"Ann met Bob.","sentences":[[0,12]],)"
        R"("entities":[{"id":"e1","node":"person:ann","label":"Ann","type":"person","mentions":[]},)"
        R"({"id":"e2","node":"person:bob","label":"Bob","type":"person","mentions":[]}],)"
        R"("statements":[{"source":"e1","relation":"meets","target":"e2","sentence":0,)"
        R"("cue":{"begin":4,"end":7,"text":"met"},"source_span":[0,3],"target_span":[8,11],)"
        R"("polarity":"asserted","realis":"actual","confidence":1}]})");
    newsgraph::EvidenceStore store;
    store.add(record);
    const newsgraph::EvidenceSet evidence = store.load();
    const newsgraph::KnowledgeGraph graph = newsgraph::derive_graph(evidence, newsgraph::resolve(evidence), {});
    newsgraph::StringSink dot;
    newsgraph::format_named("dot")->write(graph, {}, dot);
    std::cout << dot.text();
}
