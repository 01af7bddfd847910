// Dependency trees and sentences: a greedy arc-eager parser over token vectors. Immutable after loading.
#pragma once

#include "extract/nlp/arc_eager.hpp"
#include "extract/nlp/doc.hpp"
#include "extract/nlp/transition_model.hpp"
#include "extract/nlp/transitions.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace newsgraph::nlp {

class Parser {
public:
    // `component` is the parser's name in the config and its folder. Throws IoError or FormatError.
    Parser(const std::filesystem::path& directory, const Config& config, const std::string& component,
           std::size_t token_width);

    const TransitionModel& model() const { return model_; }

    // The step that every parse goes through, for tests that compare it with spaCy's.
    struct Step {
        TransitionModel::Features features;
        std::array<bool, ArcEager::action_count> valid;
        std::vector<float> scores;
        std::size_t chosen;
    };

    struct Scratch {
        ArcEager state;
        TransitionModel::Scorer scorer;
        std::vector<Step>* trace = nullptr;  // if set, every step is added
    };

    // Sets head, dep, left_edge, right_edge and sentence_start of all tokens from the rows of model().project().
    // Labels are views into this parser.
    void parse(Multiply multiply, const float* projected, Doc& doc, Scratch& scratch) const;

    const std::vector<Transition>& transitions() const { return transitions_; }

private:
    Parser(const std::filesystem::path& directory, const Config& config, const std::string& component,
           std::size_t token_width, std::vector<Transition> transitions);

    std::size_t best_class(std::span<const float> scores, const std::array<bool, ArcEager::action_count>& valid) const;

    std::vector<Transition> transitions_;
    std::vector<ActionRun> runs_;
    TransitionModel model_;
};

}  // namespace newsgraph::nlp
