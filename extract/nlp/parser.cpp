#include "extract/nlp/parser.hpp"

#include "extract/base/error.hpp"
#include "extract/nlp/tree.hpp"

#include <limits>

namespace newsgraph::nlp {

namespace {

constexpr std::string_view root_label = "ROOT";

std::size_t slot_count(const Config& config, const std::string& prefix) {
    config.require(prefix + ".@architectures", "spacy.TransitionBasedParser.v2");
    config.require(prefix + ".state_type", "parser");
    return config.boolean(prefix + ".extra_state_tokens") ? 13 : 8;
}

}  // namespace

Parser::Parser(const std::filesystem::path& directory, const Config& config, const std::string& component,
               std::size_t token_width)
    : Parser(directory, config, component, token_width,
             read_transitions(directory / component / "moves", ArcEager::shift, ArcEager::break_sentence)) {}

Parser::Parser(const std::filesystem::path& directory, const Config& config, const std::string& component,
               std::size_t token_width, std::vector<Transition> transitions)
    : transitions_(std::move(transitions)),
      runs_(runs_of(transitions_)),
      model_(ModelFile(directory / component / "model"), config, "components." + component + ".model", token_width,
             slot_count(config, "components." + component + ".model"), transitions_.size()) {}

std::size_t Parser::best_class(std::span<const float> scores,
                               const std::array<bool, ArcEager::action_count>& valid) const {
    std::size_t best = scores.size();
    float best_score = -std::numeric_limits<float>::infinity();
    for (const auto& run : runs_) {
        if (!valid[run.action]) continue;
        for (std::size_t i = run.begin; i < run.end; ++i) {
            if (scores[i] > best_score || best == scores.size()) {
                best = i;
                best_score = scores[i];
            }
        }
    }
    return best;
}

void Parser::parse(Multiply multiply, const float* projected, Doc& doc, Scratch& scratch) const {
    auto& tokens = doc.tokens;
    ArcEager& state = scratch.state;
    state.start(tokens.size());
    scratch.scorer.start(model_, multiply, projected, tokens.size());
    TransitionModel::Features features{};
    while (!state.is_final()) {
        state.fill_features(features, model_.slots());
        const auto valid = state.valid_actions();
        const auto scores = scratch.scorer.score(features);
        const std::size_t chosen = best_class(scores, valid);
        if (chosen == scores.size()) break;  // no class of a valid action: a model without shift or reduce
        if (scratch.trace) scratch.trace->push_back({features, valid, {scores.begin(), scores.end()}, chosen});
        state.apply(static_cast<ArcEager::Action>(transitions_[chosen].action), static_cast<std::int32_t>(chosen));
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool attached = state.head(i) >= 0;
        tokens[i].head = attached ? state.head(i) : static_cast<std::int32_t>(i);
        tokens[i].dep = attached ? std::string_view(transitions_[static_cast<std::size_t>(state.label(i))].label) : root_label;
    }
    finish_tree(doc);
}

}  // namespace newsgraph::nlp
