/*
 * Agents meet at a pthread barrier in shared memory: the limit of what a machine can do.
 *   barrier rounds AGENTS PROCESSES LEAD-MILLIS SPAN-MILLIS             prints facts
 *   barrier scattered AGENTS PROCESSES ROUNDS SPREAD-MICROS FILE        leaves times in the file
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static struct shared {
  pthread_barrier_t barrier;
  _Atomic int64_t first;
  _Atomic int64_t last;
  _Atomic int64_t cpu;
} *shared;

static int64_t lead;
static int64_t span;

static int agents;
static int64_t rounds;
static int64_t spread;
static int64_t *stamps;

static void die(const char *what, int error) {
  fprintf(stderr, "barrier: %s: %s\n", what, strerror(error));
  exit(1);
}

static int64_t nanos(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

static void meet(void) {
  int error = pthread_barrier_wait(&shared->barrier);
  if (error != 0 && error != PTHREAD_BARRIER_SERIAL_THREAD) die("meet", error);
}

static int ascending(const void *left, const void *right) {
  int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
  return (a > b) - (a < b);
}

static void tell(int64_t *durations, int64_t count) {
  int64_t sum = 0;
  for (int64_t i = 0; i < count; i++) sum += durations[i];
  qsort(durations, count, sizeof *durations, ascending);
  printf("rounds=%lld\nnanos=%lld\np50=%lld\np99=%lld\nmax=%lld\n", (long long)count,
         (long long)sum, (long long)durations[(count - 1) / 2],
         (long long)durations[(int64_t)((count - 1) * 0.99)], (long long)durations[count - 1]);
}

/* Agent 0 opens and closes the window, before it arrives; so all stop after the same round. */
static void conduct(void) {
  int64_t capacity = 1 << 12, count = 0, opened = 0, before = 0;
  int64_t started = nanos(CLOCK_MONOTONIC), cpu = 0;
  int64_t *durations = malloc(capacity * sizeof *durations);
  for (int64_t round = 1;; round++) {
    meet();
    int64_t now = nanos(CLOCK_MONOTONIC);
    if (round == shared->first) {
      opened = now;
    } else if (shared->first != 0) {
      if (count == capacity) {
        capacity *= 2;
        durations = realloc(durations, capacity * sizeof *durations);
      }
      durations[count++] = now - before;
      if (round == shared->last) break;
      if (shared->last == 0 && now - opened >= span) shared->last = round + 1;
    } else if (now - started >= lead) {
      shared->first = round + 1;
    }
    if (round == shared->first) cpu = nanos(CLOCK_THREAD_CPUTIME_ID);
    before = nanos(CLOCK_MONOTONIC);
  }
  shared->cpu += nanos(CLOCK_THREAD_CPUTIME_ID) - cpu;
  tell(durations, count);
}

static void follow(void) {
  int64_t cpu = 0, round = 0;
  do {
    meet();
    round++;
    if (round == shared->first) cpu = nanos(CLOCK_THREAD_CPUTIME_ID);
  } while (round != shared->last);
  shared->cpu += nanos(CLOCK_THREAD_CPUTIME_ID) - cpu;
}

/* Pauses before each round, and says when it arrived and when it left. */
static void scattered(int number) {
  unsigned int lot = number + 1;
  for (int64_t round = 0; round < rounds; round++) {
    int64_t pause = rand_r(&lot) % spread * 1000;
    struct timespec time = {pause / 1000000000, pause % 1000000000};
    nanosleep(&time, NULL);
    int64_t *own = stamps + 2 * (round * agents + number);
    own[0] = nanos(CLOCK_MONOTONIC);
    meet();
    own[1] = nanos(CLOCK_MONOTONIC);
  }
}

static void *agent(void *number) {
  if (stamps != NULL) scattered((intptr_t)number);
  else if ((intptr_t)number == 0) conduct();
  else follow();
  return NULL;
}

static void process(int first, int count) {
  pthread_t threads[count];
  pthread_attr_t small;
  pthread_attr_init(&small);
  pthread_attr_setstacksize(&small, 256 * 1024);
  for (int i = 1; i < count; i++) {
    int error = pthread_create(&threads[i], &small, agent, (void *)(intptr_t)(first + i));
    if (error != 0) die("thread", error);
  }
  agent((void *)(intptr_t)first);
  for (int i = 1; i < count; i++) pthread_join(threads[i], NULL);
}

static int64_t *map_stamps(const char *path) {
  int file = open(path, O_RDWR);
  if (file < 0) die(path, errno);
  size_t size = 2 * rounds * agents * sizeof *stamps;
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (memory == MAP_FAILED) die(path, errno);
  return memory;
}

int main(int argc, char **argv) {
  if (argc < 6) die("arguments", EINVAL);
  agents = atoi(argv[2]);
  int processes = atoi(argv[3]);
  if (strcmp(argv[1], "scattered") == 0) {
    if (argc != 7) die("arguments", EINVAL);
    rounds = atoll(argv[4]);
    spread = atoll(argv[5]);
    stamps = map_stamps(argv[6]);
  } else {
    lead = atoll(argv[4]) * 1000000;
    span = atoll(argv[5]) * 1000000;
  }
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) die("shared memory", errno);
  pthread_barrierattr_t between;
  pthread_barrierattr_init(&between);
  pthread_barrierattr_setpshared(&between, PTHREAD_PROCESS_SHARED);
  pthread_barrier_init(&shared->barrier, &between, agents);
  for (int i = 1; i < processes; i++) {
    pid_t child = fork();
    if (child < 0) die("fork", errno);
    if (child == 0) {
      process(i * (agents / processes), agents / processes);
      _exit(0);
    }
  }
  process(0, agents / processes);
  int failed = 0, status;
  while (wait(&status) > 0) failed |= status;
  if (stamps == NULL) printf("cpu.agents=%lld\n", (long long)shared->cpu);
  return failed != 0;
}
