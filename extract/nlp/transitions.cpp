#include "extract/nlp/transitions.hpp"

#include "extract/base/json.hpp"
#include "extract/nlp/model_file.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace newsgraph::nlp {

namespace {

struct Move {
    std::int64_t frequency;
    std::string label;
    int action;

    // Descending by frequency, then by label in code point order (bytes of UTF-8 order alike).
    bool operator<(const Move& other) const {
        return std::tie(other.frequency, other.label) < std::tie(frequency, label);
    }
};

std::vector<Move> read_moves(const std::filesystem::path& path, int max_action) {
    const std::string bytes = read_file(path);
    const auto root = msgpack::read(bytes, path.string());
    const auto text = root.at("moves", path.string()).as_bytes(path.string());
    rapidjson::Document document;
    document.Parse<json::strict_parse>(text.data(), text.size());
    if (document.HasParseError() || !document.IsObject()) throw FormatError(path.string() + ": 'moves' is no JSON object");
    std::vector<Move> moves;
    constexpr std::size_t most_moves = 10'000;  // real pipelines have some hundreds
    for (auto action = document.MemberBegin(); action != document.MemberEnd(); ++action) {
        const std::string name(action->name.GetString(), action->name.GetStringLength());
        if (name.size() != 1 || name[0] < '0' || name[0] > '0' + max_action || !action->value.IsObject()) {
            throw FormatError(path.string() + ": unknown action '" + name + "'");
        }
        for (auto label = action->value.MemberBegin(); label != action->value.MemberEnd(); ++label) {
            if (!label->value.IsInt64()) throw FormatError(path.string() + ": a frequency that is no whole number");
            if (moves.size() == most_moves) throw FormatError(path.string() + ": too many labels");
            moves.push_back({label->value.GetInt64(),
                             std::string(label->name.GetString(), label->name.GetStringLength()), name[0] - '0'});
        }
    }
    return moves;
}

}  // namespace

std::vector<Transition> read_transitions(const std::filesystem::path& path, int min_action, int max_action) {
    auto moves = read_moves(path, max_action);
    std::stable_sort(moves.begin(), moves.end());
    std::vector<Transition> result;
    std::set<std::pair<int, std::string>> seen;
    const auto add = [&](int action, const std::string& label) {
        if (action >= min_action && seen.emplace(action, label).second) {
            result.push_back({static_cast<std::uint8_t>(action), label});
        }
    };
    for (int action = 0; action <= max_action; ++action) {
        for (const auto& move : moves) {
            if (move.action == action && move.frequency >= 0) add(action, move.label);
        }
    }
    // Labels added later: for each, every action that it was added to.
    for (const auto& late : moves) {
        if (late.frequency >= 0) continue;
        for (int action = 0; action <= max_action; ++action) {
            const bool there = std::any_of(moves.begin(), moves.end(), [&](const Move& move) {
                return move.action == action && move.label == late.label && move.frequency < 0;
            });
            if (there) add(action, late.label);
        }
    }
    if (result.empty()) throw FormatError(path.string() + ": no transitions");
    return result;
}

std::vector<ActionRun> runs_of(const std::vector<Transition>& transitions) {
    std::vector<ActionRun> runs;
    for (std::size_t i = 0; i < transitions.size(); ++i) {
        if (runs.empty() || runs.back().action != transitions[i].action) runs.push_back({transitions[i].action, i, i});
        runs.back().end = i + 1;
    }
    return runs;
}

}  // namespace newsgraph::nlp
