package dev.bellwether.ingest;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/**
 * {@link PrivacyTest} against the packaged program: `mvn verify -DskipITs=false`, or `-Dnative`.
 */
@QuarkusIntegrationTest
class PrivacyIT extends PrivacyTest {}
