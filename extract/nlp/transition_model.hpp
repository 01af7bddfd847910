// The scorer of a transition system (spaCy's TransitionBasedParser.v2): token vectors go through a linear layer and a
// precomputed affine layer per feature slot; a state's score adds the slots' vectors, takes a maxout and one more
// linear layer. Immutable after loading.
#pragma once

#include "extract/nlp/config.hpp"
#include "extract/nlp/layers.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace newsgraph::nlp {

class TransitionModel {
public:
    static constexpr std::size_t max_slots = 13;
    using Features = std::array<std::int32_t, max_slots>;  // token numbers, -1 where the slot is empty

    // `prefix` is the model's section in the config ("components.parser.model"). Throws FormatError.
    TransitionModel(const ModelFile& file, const Config& config, const std::string& prefix, std::size_t token_width,
                    std::size_t slots, std::size_t classes);

    std::size_t slots() const { return slots_; }
    std::size_t classes() const { return classes_; }

    // Floats a token takes between `project` and scoring.
    std::size_t hidden_stride() const { return input_.padded_outputs(); }

    // First step, row by row: results[t * hidden_stride()].
    void project(Multiply multiply, const float* vectors, std::size_t count, float* results) const;

    // Scores states of one document. Slot vectors are made for blocks of tokens when a state first asks for one, and
    // kept in a table of fixed size, so memory does not grow with the document; rows do not depend on their block.
    class Scorer {
    public:
        // `projected` holds count rows of `project` and must stay alive.
        void start(const TransitionModel& model, Multiply multiply, const float* projected, std::size_t count);

        // Scores of all classes; valid until the next call.
        std::span<const float> score(const Features& features);

    private:
        static constexpr std::size_t block_tokens = 16;
        static constexpr std::size_t block_count = 32;

        const float* slot_vectors(std::size_t token);

        const TransitionModel* model_ = nullptr;
        Multiply multiply_ = nullptr;
        const float* projected_ = nullptr;
        std::size_t count_ = 0;
        std::array<std::size_t, block_count> resident_{};  // block number + 1, 0 for none
        std::vector<float> blocks_;
        std::vector<float> sums_;
        std::vector<float> hidden_;
        std::vector<float> scores_;
    };

private:
    std::size_t slots_ = 0;
    std::size_t classes_ = 0;
    std::size_t hidden_ = 0;
    std::size_t pieces_ = 0;
    bool has_upper_ = false;
    Linear input_;
    PackedMatrix lower_;        // outputs in the order (slot, piece, unit)
    std::vector<float> bias_;   // (piece, unit)
    std::vector<float> pad_;    // (slot, piece, unit): stands for an empty slot
    Linear upper_;
};

}  // namespace newsgraph::nlp
