// Nobody's rights while this lives, for root may read and write anything. Changes nothing for others.
#pragma once

#include <unistd.h>

#include <cstdlib>

namespace newsgraph::test {

class NoRights {
public:
    NoRights() {
        constexpr uid_t nobody = 65534;
        changed_ = ::geteuid() == 0 && ::seteuid(nobody) == 0;
    }
    ~NoRights() {
        if (changed_ && ::seteuid(0) != 0) {
            std::abort();
        }
    }
    NoRights(const NoRights&) = delete;
    NoRights& operator=(const NoRights&) = delete;

private:
    bool changed_ = false;
};

}  // namespace newsgraph::test
