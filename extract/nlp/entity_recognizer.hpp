// Named entities: a greedy transition system over token vectors (BILUO; Lample et al. 2016 without its stack). Entities
// never cross the start of a sentence, so it runs after the parser. Immutable after loading.
#pragma once

#include "extract/nlp/doc.hpp"
#include "extract/nlp/transition_model.hpp"
#include "extract/nlp/transitions.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace newsgraph::nlp {

class EntityRecognizer {
public:
    // Throws IoError or FormatError.
    EntityRecognizer(const std::filesystem::path& directory, const Config& config, const std::string& component,
                     std::size_t token_width);

    const TransitionModel& model() const { return model_; }
    const std::vector<Transition>& transitions() const { return transitions_; }

    struct Step {
        TransitionModel::Features features;
        std::vector<float> scores;
        std::size_t chosen;
    };

    struct Scratch {
        TransitionModel::Scorer scorer;
        std::vector<Step>* trace = nullptr;  // if set, every step is added
    };

    // Sets iob and entity_type of all tokens from the rows of model().project(). Types are views into this object.
    void recognize(Multiply multiply, const float* projected, Doc& doc, Scratch& scratch) const;

private:
    struct State {
        std::size_t next = 0;
        std::int32_t open = -1;        // first token of the open entity, -1 if there is none
        std::size_t open_class = 0;    // the class that opened it
    };

    EntityRecognizer(const std::filesystem::path& directory, const Config& config, const std::string& component,
                     std::size_t token_width, std::vector<Transition> transitions);

    TransitionModel::Features features_of(const State& state) const;
    std::size_t best_class(std::span<const float> scores, const State& state, const Doc& doc) const;

    std::vector<Transition> transitions_;
    std::vector<ActionRun> runs_;
    std::vector<std::vector<std::size_t>> continuing_;  // for each begin class, the in and last classes of its label
    TransitionModel model_;
};

}  // namespace newsgraph::nlp
