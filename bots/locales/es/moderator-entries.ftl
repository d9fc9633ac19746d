# Introducir lo que se dio en papel.
moderator-refused-length = Este texto tiene { $length } caracteres; una aportación de este tipo ({ $kind }) tiene de { $least } a { $most }.
moderator-refused-empty = No encuentro palabras en este texto.
