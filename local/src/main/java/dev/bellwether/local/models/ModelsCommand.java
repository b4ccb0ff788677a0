package dev.bellwether.local.models;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The models that are fetched on demand. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "Fetches models that are too large to come with the suite.",
    synopsisSubcommandLabel = "MODEL",
    subcommands = {PhraseModelsCommand.class, HelpCommand.class})
public final class ModelsCommand {}
