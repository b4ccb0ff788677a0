package dev.bellwether.ingest;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/**
 * {@link ArchiveTest} against the packaged program: `mvn verify -DskipITs=false`, or `-Dnative`.
 */
@QuarkusIntegrationTest
class ArchiveIT extends ArchiveTest {}
