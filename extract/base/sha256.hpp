// SHA-256 (FIPS 180-4), for checking downloaded files. A value that is fed and then asked once; one thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsgraph {

class Sha256 {
public:
    void update(std::string_view bytes);

    // The digest in 64 lower-case hex digits. Nothing may be fed afterwards.
    std::string finish();

private:
    void block(const unsigned char* bytes);

    std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                           0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, 64> pending_ = {};
    std::size_t pending_size_ = 0;
    std::uint64_t size_ = 0;
};

std::string sha256(std::string_view bytes);

}  // namespace newsgraph
