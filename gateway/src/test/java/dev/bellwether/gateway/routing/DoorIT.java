package dev.bellwether.gateway.routing;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link DoorTest} against the packaged program: `mvn verify -DskipITs=false`, or `-Dnative`. */
@QuarkusIntegrationTest
class DoorIT extends DoorTest {}
