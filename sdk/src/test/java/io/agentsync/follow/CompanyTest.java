package io.agentsync.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who leaves its arrival to others for how long. */
class CompanyTest {

  private static final long TRIP = Duration.ofMillis(4).toNanos();
  private static final long NOW = -7;

  private final Company company = new Company();

  @Test
  void whoComesFirstWaitsForATrip_andTheLastForNobody() {
    company.told(3, TRIP, NOW);

    assertThat(company.comesBack(NOW)).isEqualTo(TRIP);
    assertThat(company.comesBack(NOW + 10)).isEqualTo(TRIP - 10);
    assertThat(company.comesBack(NOW + 20)).isZero();
    assertThat(company.comesBack(NOW + 30)).isZero();
  }

  @Test
  void whoComesAlone_orLater_orWasToldAlone_waitsForNobody() {
    assertThat(company.comesBack(NOW)).isZero();
    company.told(2, TRIP, NOW);
    assertThat(company.comesBack(NOW + TRIP)).isZero();
    company.told(1, TRIP, NOW);
    assertThat(company.comesBack(NOW)).isZero();
  }

  @Test
  void whereATripIsShortNobodyWaits_andNobodyEverWaitsForLong() {
    company.told(2, Duration.ofMillis(1).toNanos() - 1, NOW);
    assertThat(company.comesBack(NOW)).isZero();
    company.told(2, Duration.ofSeconds(3).toNanos(), NOW);
    assertThat(company.comesBack(NOW)).isEqualTo(Duration.ofMillis(5).toNanos());
  }
}
