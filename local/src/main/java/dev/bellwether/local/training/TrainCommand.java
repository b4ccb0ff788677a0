package dev.bellwether.local.training;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Makes models of one's own. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains a model on labelled posts.",
    synopsisSubcommandLabel = "WHAT",
    subcommands = {TrainSentimentCommand.class, HelpCommand.class})
public final class TrainCommand {}
