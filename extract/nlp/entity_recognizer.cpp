#include "extract/nlp/entity_recognizer.hpp"

#include "extract/base/error.hpp"

#include <algorithm>
#include <limits>

namespace newsgraph::nlp {

namespace {

enum Action : std::uint8_t { missing, begin, in, last, unit, out };

std::size_t slot_count(const Config& config, const std::string& prefix) {
    config.require(prefix + ".@architectures", "spacy.TransitionBasedParser.v2");
    config.require(prefix + ".state_type", "ner");
    return config.boolean(prefix + ".extra_state_tokens") ? 6 : 3;
}

// Keeps the best class seen so far; the first of equals wins.
struct Best {
    std::size_t index = std::numeric_limits<std::size_t>::max();
    float score = -std::numeric_limits<float>::infinity();

    void offer(std::size_t candidate, float value) {
        if (value > score || index == std::numeric_limits<std::size_t>::max()) {
            index = candidate;
            score = value;
        }
    }
};

}  // namespace

EntityRecognizer::EntityRecognizer(const std::filesystem::path& directory, const Config& config,
                                   const std::string& component, std::size_t token_width)
    : EntityRecognizer(directory, config, component, token_width,
                       read_transitions(directory / component / "moves", begin, out)) {}

EntityRecognizer::EntityRecognizer(const std::filesystem::path& directory, const Config& config,
                                   const std::string& component, std::size_t token_width,
                                   std::vector<Transition> transitions)
    : transitions_(std::move(transitions)),
      runs_(runs_of(transitions_)),
      continuing_(transitions_.size()),
      model_(ModelFile(directory / component / "model"), config, "components." + component + ".model", token_width,
             slot_count(config, "components." + component + ".model"), transitions_.size()) {
    for (std::size_t b = 0; b < transitions_.size(); ++b) {
        if (transitions_[b].action != begin) continue;
        for (std::size_t i = 0; i < transitions_.size(); ++i) {
            const bool continues = transitions_[i].action == in || transitions_[i].action == last;
            if (continues && transitions_[i].label == transitions_[b].label) continuing_[b].push_back(i);
        }
    }
    const auto has = [&](Action action) {
        return std::any_of(runs_.begin(), runs_.end(), [&](const ActionRun& run) { return run.action == action; });
    };
    if (!has(out)) throw FormatError((directory / component / "moves").string() + ": no class 'out'");
}

TransitionModel::Features EntityRecognizer::features_of(const State& state) const {
    TransitionModel::Features features;
    features.fill(-1);
    const auto next = static_cast<std::int32_t>(state.next);
    features[0] = next;
    if (model_.slots() == 3) {
        features[1] = state.open;
        // spaCy asks for the token before the buffer only if an entity is open.
        features[2] = state.open >= 0 && next > 0 ? next - 1 : -1;
        return features;
    }
    for (std::int32_t i = 0; i < 5 && state.open >= 0 && state.open + i < next; ++i) {
        features[static_cast<std::size_t>(i) + 1] = state.open + i;
    }
    return features;
}

std::size_t EntityRecognizer::best_class(std::span<const float> scores, const State& state, const Doc& doc) const {
    const bool more = state.next + 1 < doc.tokens.size() && !doc.tokens[state.next + 1].sentence_start;
    const bool space = doc.tokens[state.next].is_space;
    Best best;
    if (state.open >= 0) {
        for (const std::size_t i : continuing_[state.open_class]) {
            if (transitions_[i].action == last || more) best.offer(i, scores[i]);
        }
        return best.index;
    }
    for (const auto& run : runs_) {
        const bool valid = (run.action == begin && more && !space) || (run.action == unit && !space) || run.action == out;
        if (!valid) continue;
        for (std::size_t i = run.begin; i < run.end; ++i) {
            if (run.action == out || !transitions_[i].label.empty()) best.offer(i, scores[i]);
        }
    }
    return best.index;
}

void EntityRecognizer::recognize(Multiply multiply, const float* projected, Doc& doc, Scratch& scratch) const {
    scratch.scorer.start(model_, multiply, projected, doc.tokens.size());
    State state;
    for (; state.next < doc.tokens.size(); ++state.next) {
        const auto features = features_of(state);
        const auto scores = scratch.scorer.score(features);
        const std::size_t chosen = best_class(scores, state, doc);
        Token& token = doc.tokens[state.next];
        token.iob = Iob::outside;
        token.entity_type = {};
        // A label without a last class cannot be ended: leave the entity where it is.
        if (chosen >= transitions_.size()) {
            state.open = -1;
            continue;
        }
        if (scratch.trace) scratch.trace->push_back({features, {scores.begin(), scores.end()}, chosen});
        const Transition& transition = transitions_[chosen];
        if (transition.action == out) continue;
        token.entity_type = transition.label;
        token.iob = transition.action == begin || transition.action == unit ? Iob::begin : Iob::inside;
        if (transition.action == begin) {
            state.open = static_cast<std::int32_t>(state.next);
            state.open_class = chosen;
        } else if (transition.action == last) {
            state.open = -1;
        }
    }
}

}  // namespace newsgraph::nlp
