package dev.bellwether.gateway.openapi;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/**
 * {@link ContractTest} against the packaged program: `mvn verify -DskipITs=false`, or `-Dnative`.
 */
@QuarkusIntegrationTest
class ContractIT extends ContractTest {}
