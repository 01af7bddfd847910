// Folding names takes its time, and the same ones come again and again: what was folded once is remembered. One thread.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace newsgraph {

class NameMemo {
public:
    explicit NameMemo(std::string (*fold)(std::string_view)) : fold_(fold) {}

    // The reference stays good as long as the memo.
    const std::string& operator()(const std::string& name) {
        const auto [place, fresh] = known_.try_emplace(name);
        if (fresh) {
            place->second = fold_(name);
        }
        return place->second;
    }

private:
    std::string (*fold_)(std::string_view);
    std::unordered_map<std::string, std::string> known_;  // never walked, so its order cannot show
};

}  // namespace newsgraph
