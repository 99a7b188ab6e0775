/** A program that is a module, and draws. */
module modules {
    requires kelvin;
}
