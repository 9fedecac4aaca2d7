// What all floors share: reading an array, and running a kernel as often as told on standard input.
// Each line of input is a number of repetitions; each line of output the seconds they took and the numbers computed.
#pragma once
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

/** An array as the bench wrote it: the bytes of a typed array. */
template <typename Value> std::vector<Value> load(const char *path) {
  std::FILE *file = std::fopen(path, "rb");
  if (!file) { std::perror(path); std::exit(1); }
  std::fseek(file, 0, SEEK_END);
  std::vector<Value> values(std::ftell(file) / sizeof(Value));
  std::rewind(file);
  if (std::fread(values.data(), sizeof(Value), values.size(), file) != values.size()) std::exit(1);
  std::fclose(file);
  return values;
}

/** `kernel` gives a std::vector<double> or std::array<double, N>. */
template <typename Kernel> int serve(Kernel kernel) {
  long times = 0;
  while (std::scanf("%ld", &times) == 1) {
    auto found = kernel();
    const std::clock_t begun = std::clock(); // time on a processor: what else the machine does costs nothing
    for (long time = 0; time < times; time++) {
      asm volatile("" ::: "memory"); // the compiler must not take one run for all
      found = kernel();
    }
    std::printf("%.17g", double(std::clock() - begun) / CLOCKS_PER_SEC);
    for (double value : found) std::printf(" %.17g", value);
    std::printf("\n");
    std::fflush(stdout);
  }
  return 0;
}
