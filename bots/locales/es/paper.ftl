# Orden del día y resumen en papel (PDF).
paper-contents = Índice
paper-draft = Borrador: aún no publicado.
paper-exact = Cada frase es, palabra por palabra, la de la aportación cuya referencia la sigue.
paper-lost = «[…]» sustituye signos que faltan en las fuentes de esta máquina; { $file } tiene el texto entero.
