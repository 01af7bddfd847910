#include "extract/nlp/transition_model.hpp"

#include "extract/base/error.hpp"

#include <algorithm>

namespace newsgraph::nlp {

namespace {

// (slot, unit, piece, inputs) -> (slot, piece, unit, inputs).
std::vector<float> piece_major(const std::vector<float>& values, std::size_t slots, std::size_t units,
                               std::size_t pieces, std::size_t inputs) {
    std::vector<float> result(values.size());
    for (std::size_t slot = 0; slot < slots; ++slot) {
        for (std::size_t unit = 0; unit < units; ++unit) {
            for (std::size_t piece = 0; piece < pieces; ++piece) {
                const float* from = values.data() + ((slot * units + unit) * pieces + piece) * inputs;
                std::copy_n(from, inputs, result.data() + ((slot * pieces + piece) * units + unit) * inputs);
            }
        }
    }
    return result;
}

// The first linear layer below the root is the input, the one after the precomputed layer the output.
const ModelFile::Layer& linear_layer(const ModelFile& file, bool output, bool has_upper) {
    const auto found = file.layers("linear");
    if (found.size() != (has_upper ? 2U : 1U)) {
        throw FormatError(file.path() + ": " + std::to_string(found.size()) + " linear layers, expected " +
                          (has_upper ? "2" : "1"));
    }
    // Breadth first, the output (a child of the root) comes before the input (a grandchild).
    return output ? *found.front() : *found.back();
}

}  // namespace

TransitionModel::TransitionModel(const ModelFile& file, const Config& config, const std::string& prefix,
                                 std::size_t token_width, std::size_t slots, std::size_t classes)
    : slots_(slots),
      classes_(classes),
      pieces_(config.positive(prefix + ".maxout_pieces")),
      has_upper_(config.boolean(prefix + ".use_upper")) {
    const std::size_t inputs = config.positive(prefix + ".hidden_width");
    hidden_ = has_upper_ ? inputs : classes;
    input_ = Linear(file, linear_layer(file, false, has_upper_), inputs, token_width);
    const auto& lower = file.layer("precomputable_affine");
    lower_ = PackedMatrix(
        piece_major(file.tensor(lower, "W", {slots, hidden_, pieces_, inputs}).values, slots, hidden_, pieces_, inputs),
        slots * hidden_ * pieces_, inputs);
    bias_ = piece_major(file.tensor(lower, "b", {hidden_, pieces_}).values, 1, hidden_, pieces_, 1);
    pad_ = piece_major(file.tensor(lower, "pad", {1, slots, hidden_, pieces_}).values, slots, hidden_, pieces_, 1);
    if (has_upper_) upper_ = Linear(file, linear_layer(file, true, has_upper_), classes, hidden_);
}

void TransitionModel::project(Multiply multiply, const float* vectors, std::size_t count, float* results) const {
    // The rows are as wide as the token vectors, which Linear knows.
    input_.apply(multiply, vectors, input_.inputs(), count, results);
}

void TransitionModel::Scorer::start(const TransitionModel& model, Multiply multiply, const float* projected,
                                    std::size_t count) {
    model_ = &model;
    multiply_ = multiply;
    projected_ = projected;
    count_ = count;
    resident_.fill(0);
    blocks_.resize(block_count * block_tokens * model.lower_.padded_outputs());
    sums_.resize(model.pieces_ * model.hidden_);
    hidden_.resize(model.hidden_);
    scores_.resize(std::max(model.upper_.padded_outputs(), model.classes_));
}

const float* TransitionModel::Scorer::slot_vectors(std::size_t token) {
    const std::size_t stride = model_->lower_.padded_outputs();
    const std::size_t block = token / block_tokens;
    const std::size_t place = block % block_count;
    float* rows = blocks_.data() + place * block_tokens * stride;
    if (resident_[place] != block + 1) {
        const std::size_t first = block * block_tokens;
        const std::size_t width = model_->hidden_stride();
        multiply_(model_->lower_, projected_ + first * width, width, std::min(block_tokens, count_ - first), rows, stride);
        resident_[place] = block + 1;
    }
    return rows + token % block_tokens * stride;
}

std::span<const float> TransitionModel::Scorer::score(const Features& features) {
    const std::size_t size = sums_.size();
    float* sums = sums_.data();
    std::fill_n(sums, size, 0.0F);
    for (std::size_t slot = 0; slot < model_->slots_; ++slot) {
        const auto token = features[slot];
        const float* part = (token < 0 ? model_->pad_.data() : slot_vectors(static_cast<std::size_t>(token))) + slot * size;
        for (std::size_t i = 0; i < size; ++i) sums[i] += part[i];
    }
    for (std::size_t i = 0; i < size; ++i) sums[i] += model_->bias_[i];
    const std::size_t units = model_->hidden_;
    float* hidden = hidden_.data();
    std::copy_n(sums, units, hidden);
    for (std::size_t piece = 1; piece < model_->pieces_; ++piece) {
        const float* other = sums + piece * units;
        for (std::size_t i = 0; i < units; ++i) hidden[i] = other[i] > hidden[i] ? other[i] : hidden[i];
    }
    if (!model_->has_upper_) return hidden_;
    model_->upper_.apply(multiply_, hidden, units, 1, scores_.data());
    return std::span<const float>(scores_).first(model_->classes_);
}

}  // namespace newsgraph::nlp
