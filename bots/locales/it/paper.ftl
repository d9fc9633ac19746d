# Ordine del giorno e sintesi su carta (PDF).
paper-contents = Indice
paper-draft = Bozza: non ancora pubblicata.
paper-exact = Ogni frase è, parola per parola, quella del contributo il cui riferimento la segue.
paper-lost = «[…]» sta per segni che i caratteri di questa macchina non hanno; { $file } ha il testo intero.
