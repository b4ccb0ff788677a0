package dev.bellwether.ingest;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** {@link IntakeTest} against the packaged program: `mvn verify -DskipITs=false`, or `-Dnative`. */
@QuarkusIntegrationTest
class IntakeIT extends IntakeTest {}
