package dev.bellwether.gateway.routing;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/**
 * {@link PassageTest} against the packaged program: `mvn verify -DskipITs=false`, or `-Dnative`.
 */
@QuarkusIntegrationTest
class PassageIT extends PassageTest {}
